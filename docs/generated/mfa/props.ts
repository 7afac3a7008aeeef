import { PARTS } from './declaration';
import { inLine, literal } from './literal';
import { LEDGER } from '../../../src/core/ledger/ledger';
import type { Member } from '../../../src/core/ledger/member';
import { propName } from '../../../src/core/ledger/prop-path';
import { rowOf } from '../../../src/core/ledger/walk';
import { equal } from '../../../src/core/plan/canonical';
import { isObject, type Json, type JsonObject } from '../../../src/core/wire/json';
import * as options from '../../../src/options';

/** The enums of the choices that declarations of MFA make, by the API's member. */
const ENUMS = {
  MfaConfiguration: 'UserPoolMfa',
  AllowedFirstAuthFactors: 'AuthFactor',
  UserVerification: 'UserVerification',
  FactorConfiguration: 'WebAuthnFactorConfiguration',
  EmailSendingAccount: 'EmailSendingAccount',
  Name: 'RecoveryOptionName',
} as const;

/** Texts are code already. */
const asIs = String;

/** The props that declare settings, as TypeScript code; parts of declarations go by their names. */
export function propsOf(settings: JsonObject): string {
  const props = coded(settings, LEDGER, { parts: PARTS }) as JsonObject;
  return Object.entries(props).map(([name, value]) => `${name}: ${inLine(value, asIs)}`).join(', ');
}

/** The parts as TypeScript code, each with the prop that it is a value of. */
export function partsCode(): string {
  return Object.entries(PARTS).map(([name, parts]) => {
    const row = rowOf(LEDGER, name);
    const lines = Object.entries(parts).map(([part, value]) => `const ${part} = ${literal(coded(value, row, {}), asIs)};`);
    return [`// ${propName(name, row)}`, ...lines].join('\n');
  }).join('\n\n');
}

interface Context {
  /** The member that the value, or the list that it is in, belongs to. */
  readonly name?: string;
  readonly parts?: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
}

/** A value of the API as the prop's: texts are code. */
function coded(value: Json, member: Member | undefined, { name = '', parts = {} }: Context): Json {
  const part = Object.entries(parts[name] ?? {}).find(([, known]) => equal(known, value));
  if (part) return part[0];
  if (Array.isArray(value)) {
    const row = member?.kind === 'list' ? member.of : undefined;
    return value.map((item: Json) => coded(item, row, { name }));
  }
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([inner, its]) => {
      const row = rowOf(member, inner);
      return [propName(inner, row), coded(its, row, { name: inner, parts })];
    }));
  }
  if (member?.prop?.as === 'roleArn') return 'smsRole';
  return name in ENUMS ? enumWord(ENUMS[name as keyof typeof ENUMS], value) : typeof value === 'string' ? `'${value}'` : value;
}

function enumWord(enumName: (typeof ENUMS)[keyof typeof ENUMS], value: Json): string {
  const word = Object.entries(options[enumName]).find(([, wire]) => wire === value)?.[0];
  if (word === undefined) throw new Error(`${enumName} has no word for ${String(value)}`);
  return `${enumName}.${word}`;
}
