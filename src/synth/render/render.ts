import { Duration, Token } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { keyArnOf } from './key-arn';
import { LEDGER } from '../../core/ledger/ledger';
import { structure, type Member, type Rendering, type Structure } from '../../core/ledger/member';
import { propName } from '../../core/ledger/prop-path';
import { fixedMembers } from '../../core/ledger/walk';
import { merge } from '../../core/plan/merge';
import type { Json, JsonObject } from '../../core/wire/json';
import type { UserPoolSettingsOptions } from '../../options';
import { inOrder } from '../pool/in-order';

/** A prop that cannot be rendered: where it is, in the words of the props, and what to do. */
export interface Misfit {
  readonly prop: string;
  readonly sentence: string;
}

export interface Rendered {
  /** The declared settings, shaped as the API's requests; tokens stand where they were given. */
  readonly settings: JsonObject;
  readonly misfits: readonly Misfit[];
}

/** What is declared, and what is declared after it. */
export function together(settings: JsonObject, more: JsonObject): JsonObject {
  return merge(settings, more, LEDGER) as JsonObject;
}

/** Props to wire: each row of the ledger names its prop and how the prop's CDK type becomes the member's value. */
export function render(options: UserPoolSettingsOptions): Rendered {
  const misfits: Misfit[] = [];
  return { settings: renderStructure(options, LEDGER, '', misfits), misfits };
}

function renderValue(value: unknown, member: Member, prop: string, misfits: Misfit[]): Json | undefined {
  if (Token.isUnresolved(value)) return value as Json;
  if (member.prop?.as) return convert(value, member.prop.as, prop, misfits);
  // What is no object or no list where one belongs goes on as it is: the rules on single members say so.
  if (typeof value !== 'object') return value as Json;
  switch (member.kind) {
    case 'structure':
      return renderStructure(value as object, member, prop, misfits);
    case 'keyed': {
      const members = fixedMembers(member);
      return members ? renderStructure(value as object, structure(members), prop, misfits) : inOrder(value as JsonObject);
    }
    case 'list':
      return !Array.isArray(value) ? value as Json : value.map((item, index) => renderValue(item, member.of, `${prop}[${index}]`, misfits) ?? null);
    default:
      return value as Json;
  }
}

function renderStructure(options: object, { members }: Structure, under: string, misfits: Misfit[]): JsonObject {
  const given = new Map(Object.entries(options).filter(([, value]) => value !== undefined && value !== null));
  const rendered = Object.entries(members).flatMap(([name, member]): [string, Json][] => {
    const prop = propName(name, member);
    const value = given.get(prop) ?? member.prop?.implied;
    given.delete(prop);
    const renderedValue = value === undefined ? undefined : renderValue(value, member, join(under, prop), misfits);
    return renderedValue === undefined ? [] : [[name, renderedValue]];
  });
  for (const prop of given.keys()) {
    misfits.push({
      prop: join(under, prop),
      sentence: `is no option of this version: ${suggestion(members)}; a member younger than this library goes into additionalSettings`,
    });
  }
  return Object.fromEntries(rendered);
}

function convert(value: unknown, as: Rendering, prop: string, misfits: Misfit[]): Json | undefined {
  switch (as) {
    case 'functionArn':
    case 'roleArn':
    case 'keyArn':
      return arnOf(value as Record<string, string>, as, prop, misfits);
    case 'activity': return value ? 'ACTIVE' : 'INACTIVE';
    case 'status': return value ? 'Enabled' : 'Disabled';
    case 'days': return days(value as Duration, prop, misfits);
  }
}

/** Types are not checked in JavaScript: an ARN where a construct belongs would vanish without a word. */
function arnOf(construct: { readonly [attribute: string]: string }, attribute: string, prop: string, misfits: Misfit[]): string | undefined {
  const arn = attribute === 'keyArn' ? keyArnOf(construct as unknown as IKey) : construct[attribute];
  if (arn === undefined && 'aliasTargetKey' in construct) {
    misfits.push({ prop, sentence: 'must be the key itself, or an alias that this app makes: import the key by Key.fromKeyArn' });
  } else if (arn === undefined) {misfits.push({ prop, sentence: `must be a construct with a ${attribute}: import one by its from...Arn method` });}
  return arn;
}

function days(duration: Duration, prop: string, misfits: Misfit[]): number | undefined {
  try {
    return duration.toDays();
  } catch {
    misfits.push({ prop, sentence: `got ${duration.toHumanString()}: the API counts in whole days, give Duration.days(n)` });
    return undefined;
  }
}

function suggestion(members: Structure['members']): string {
  return `the options are ${Object.entries(members).map(([name, member]) => propName(name, member)).join(', ')}`;
}

function join(under: string, prop: string): string {
  return under ? `${under}.${prop}` : prop;
}
