import { Duration, Token } from 'aws-cdk-lib';
import { LEDGER } from '../core/ledger/ledger';
import type { Member, Rendering, Structure } from '../core/ledger/member';
import { rowOf } from '../core/ledger/walk';
import type { Json, JsonObject } from '../core/wire/json';
import type { UserPoolSettingsOptions } from '../options';

/** A mistake in the props: where it is, in the words of the props, and what to do. */
export interface Finding {
  readonly prop: string;
  readonly sentence: string;
}

export interface Rendered {
  /** The declared settings, shaped as the API's requests; tokens stand where they were given. */
  readonly settings: JsonObject;
  readonly findings: readonly Finding[];
}

/** Props to wire: each row of the ledger names its prop and how the prop's CDK type becomes the member's value. */
export function render(options: UserPoolSettingsOptions): Rendered {
  const findings: Finding[] = [];
  return { settings: renderStructure(options, LEDGER, '', findings), findings };
}

function renderValue(value: unknown, member: Member, prop: string, findings: Finding[]): Json {
  if (Token.isUnresolved(value)) return value as Json;
  if (member.prop?.as) return convert(value, member.prop.as, prop, findings);
  switch (member.kind) {
    case 'structure':
      return renderStructure(value as object, member, prop, findings);
    case 'keyed':
      return member.keys
        ? renderStructure(value as object, { kind: 'structure', members: fixedKeys(member.keys, member) }, prop, findings)
        : value as JsonObject;
    case 'list':
      return (value as unknown[]).map((item, index) => renderValue(item, member.of, `${prop}[${index}]`, findings));
    default:
      return value as Json;
  }
}

function renderStructure(options: object, { members }: Structure, under: string, findings: Finding[]): JsonObject {
  const given = new Map(Object.entries(options).filter(([, value]) => value !== undefined && value !== null));
  const rendered = Object.entries(members).flatMap(([name, member]): [string, Json][] => {
    const prop = propName(name, member);
    const value = given.get(prop) ?? member.prop?.implied;
    given.delete(prop);
    return value === undefined ? [] : [[name, renderValue(value, member, join(under, prop), findings)]];
  });
  for (const prop of given.keys()) {
    findings.push({
      prop: join(under, prop),
      sentence: `is no option of this version: ${suggestion(members)}; a member younger than this library goes into additionalSettings`,
    });
  }
  return Object.fromEntries(rendered);
}

function convert(value: unknown, as: Rendering, prop: string, findings: Finding[]): Json {
  switch (as) {
    case 'functionArn': return (value as { functionArn: string }).functionArn;
    case 'roleArn': return (value as { roleArn: string }).roleArn;
    case 'keyArn': return (value as { keyArn: string }).keyArn;
    case 'activity': return value ? 'ACTIVE' : 'INACTIVE';
    case 'status': return value ? 'Enabled' : 'Disabled';
    case 'days': return days(value as Duration, prop, findings);
  }
}

function days(duration: Duration, prop: string, findings: Finding[]): number {
  try {
    return duration.toDays();
  } catch {
    findings.push({ prop, sentence: `got ${duration.toHumanString()}: the API counts in whole days, give Duration.days(n)` });
    return 0;
  }
}

/** `SnsRegion` is `snsRegion`; the rows say where it is otherwise. */
export function propName(name: string, member: Member): string {
  return member.prop?.name ?? name[0].toLowerCase() + name.slice(1);
}

function fixedKeys(keys: object, member: Member): Record<string, Member> {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, rowOf(member, key)!]));
}

function suggestion(members: Structure['members']): string {
  return `the options are ${Object.entries(members).map(([name, member]) => propName(name, member)).join(', ')}`;
}

function join(under: string, prop: string): string {
  return under ? `${under}.${prop}` : prop;
}
