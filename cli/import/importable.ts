import type { Refused } from './refused';
import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { isObject, type Json } from '../../src/core/wire/json';
import type { Path } from '../../src/core/wire/path';
import { kindOf } from '../code/imported';
import type { Imported } from '../code/tree';

/** ARNs from which CDK makes a construct that stands for the very thing, by a method of each kind; and why others are none. */
const KINDS: Readonly<Record<Imported['kind'], { readonly arn: RegExp; why(arn: string): string }>> = {
  function: {
    arn: /^arn:[^:]+:lambda:[^:]*:[^:]*:function:[^:]+(:(?!\$LATEST$)[^:]+)?$/,
    why: (arn) => arn.endsWith(':$LATEST')
      ? 'is the latest version, which nobody can be allowed to invoke: give the function itself'
      : 'is no ARN of a Lambda function, which Function.fromFunctionArn asks for: give the function',
  },
  role: {
    arn: /^arn:[^:]+:iam:[^:]*:[^:]*:role\/.+$/,
    why: () => 'is no ARN of a role, which Role.fromRoleArn asks for: give the role',
  },
  key: {
    arn: /^arn:[^:]+:kms:[^:]*:[^:]*:key\/.+$/,
    why: (arn) => arn.includes(':alias/')
      ? 'is an alias, which CDK cannot look up: give the key itself by Key.fromKeyArn'
      : 'is no ARN of a key, which Key.fromKeyArn asks for: give the key itself',
  },
};

/** Texts that mean something else on their way to the pool. */
const MAGIC: readonly { readonly text: RegExp; readonly sentence: string }[] = [
  { text: /[$#]\{Token\[/, sentence: 'has a text that CDK takes for a token of its own: set it by another way' },
  { text: /\{\{resolve:/, sentence: 'has a text that CloudFormation takes for a reference to another service: set it by another way' },
];

/** CDK makes objects anew, member by member, and this name is no member then. */
const LOST = '__proto__';
const LOST_NAME = 'has a name that CDK loses on its way into a template: set it by another way';

/** What a program cannot say as the pool has it. */
export function unsayable(value: Json, at: Path = []): Refused[] {
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, inner]) => [
      ...magicIn(name, at),
      ...name === LOST ? [{ path: at, sentence: LOST_NAME }] : [],
      ...unsayable(inner, [...at, name]),
    ]);
  }
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item, index) => unsayable(item, [...at, String(index)]));
  return typeof value === 'string' ? [...magicIn(value, at), ...misfit(value, at)] : [];
}

function magicIn(text: string, path: Path): Refused[] {
  return MAGIC.filter((magic) => magic.text.test(text)).map(({ sentence }) => ({ path, sentence }));
}

function misfit(arn: string, path: Path): Refused[] {
  const kind = kindOf(rowAt(LEDGER, path)?.prop?.as);
  return kind && !KINDS[kind].arn.test(arn) ? [{ path, sentence: KINDS[kind].why(arn) }] : [];
}
