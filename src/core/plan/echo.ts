import { canonical, isDefault, isPlaceholder } from './canonical';
import type { Member } from '../ledger/member';
import { rowOf } from '../ledger/walk';
import { isObject, type Json, type JsonObject } from '../wire/json';
import { memberOf } from '../wire/path';

export interface Sides {
  /** What the pool shall have. */
  readonly expected: Json | undefined;
  /** What it has. */
  readonly live: Json | undefined;
  /** What the template asks for. */
  readonly declared: Json | undefined;
}

/** The part of the expected settings that a request carries, by each row's word on echoing. */
export function echo({ expected, live, declared }: Sides, member: Member | undefined): Json | undefined {
  if (expected === undefined || expected === null) return undefined;
  if (member === undefined) return expected;
  if (!isEchoed({ expected, live, declared }, member)) return undefined;
  // A declared value goes as it is: whether it may be empty is for the rules and the service to say.
  if (!isObject(expected)) return declared === undefined && isPlaceholder(expected, member) ? undefined : expected;

  const inner = Object.keys(expected).flatMap((name): [string, Json][] => {
    const sides = { expected: memberOf(expected, name), live: memberOf(live, name), declared: memberOf(declared, name) };
    const value = echo(sides, rowOf(member, name));
    return value === undefined ? [] : [[name, value]];
  });
  return inner.length === 0 && !member.onByPresence ? resetOf(expected, live, member) : Object.fromEntries(inner);
}

/** What has become empty is said where there is a word for it: an omission may keep what was there (H1). */
function resetOf(expected: Json, live: Json | undefined, member: Member): Json | undefined {
  const hasBecomeEmpty = canonical(live, member) !== undefined && canonical(expected, member) === undefined;
  return hasBecomeEmpty && member.clear?.by === 'value' ? member.clear.value : undefined;
}

function isEchoed({ expected, live, declared }: Sides, member: Member): boolean {
  switch (member.echo) {
    case 'never': return false;
    case 'whenDeclared': return declared !== undefined;
    case 'unlessDefault': return !(isDefault(live, member) && isDefault(expected, member));
    case 'whenComplete': return (member.complete ?? []).every((name) => memberOf(expected, name) !== undefined);
    default: return true;
  }
}

export function echoObject(sides: Sides, member: Member): JsonObject {
  const value = echo(sides, member);
  return isObject(value) ? value : {};
}
