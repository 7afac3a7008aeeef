import { checkConstraints } from './constraints';
import { UNKNOWN, type Finding, type Rule, type Seen } from './rule';
import { RULES } from './rules';
import { LEDGER } from '../ledger/ledger';
import { isUnder } from '../plan/diff';
import type { Json, JsonObject } from '../wire/json';
import { parsePath, valueAt, type Path } from '../wire/path';

/** Before the pool is known: a token, and whatever is not declared, is unknown, never wrong; unless what is declared is the whole pool. */
export function checkDeclared(
  userPoolId: string | undefined, declared: JsonObject, isUnknown: (value: Json) => boolean = () => false, extent: 'part' | 'whole' = 'part',
): Finding[] {
  const document = { ...declared, ...(userPoolId !== undefined && { UserPoolId: userPoolId }) };
  const see = (path: Path, asksPresence: boolean): Seen => {
    const value = seenAt(document, path, isUnknown);
    if (value === UNKNOWN && asksPresence) return valueAt(document, path) ?? UNKNOWN;
    return value === undefined && extent === 'part' ? UNKNOWN : value;
  };
  const isDeclared = (path: Path) => valueAt(declared, path) !== undefined;
  return [...checkConstraints(declared, LEDGER, isUnknown), ...RULES.flatMap((rule) => ask(rule, see, isDeclared))];
}

/** On the merged pool, where everything is known: what is wrong with a change is refused before the first write. */
export function checkMerged(userPoolId: string, merged: JsonObject, changed: readonly Path[]): Finding[] {
  const document = { ...merged, UserPoolId: userPoolId };
  const isChanged = (path: Path) => changed.some((each) => isUnder(each, path) || isUnder(path, each));
  return RULES.flatMap((rule) => ask(rule, (path) => valueAt(document, path), isChanged)).filter(({ level }) => level === 'error');
}

/** A rule speaks only of what is asked for: what the service has accepted as it is, is not ours to judge. */
function ask(rule: Rule, see: (path: Path, asksPresence: boolean) => Seen, isAskedFor: (path: Path) => boolean): Finding[] {
  const paths = rule.reads.map(parsePath);
  if (!paths.some(isAskedFor)) return [];
  const values = paths.map((path, index) => see(path, rule.asksPresence?.includes(rule.reads[index]) ?? false));
  const level = rule.check && !values.includes(UNKNOWN) ? 'error' : 'warning';
  const sentence = level === 'error' ? rule.check?.(...values as (Json | undefined)[]) : rule.doubt?.(...values);
  return sentence === undefined ? [] : [{ rule: rule.id, level, path: paths[0], sentence }];
}

/** The value at a path, or UNKNOWN where it, or what it lies in, is a token. */
function seenAt(document: JsonObject, path: Path, isUnknown: (value: Json) => boolean): Seen {
  for (let depth = 1; depth <= path.length; depth++) {
    const value = valueAt(document, path.slice(0, depth));
    if (value !== undefined && containsUnknown(value, isUnknown, depth === path.length)) return UNKNOWN;
  }
  return valueAt(document, path);
}

function containsUnknown(value: Json, isUnknown: (value: Json) => boolean, deep: boolean): boolean {
  if (isUnknown(value)) return true;
  return deep && typeof value === 'object' && value !== null && Object.values(value).some((inner) => containsUnknown(inner as Json, isUnknown, true));
}
