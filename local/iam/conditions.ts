import { matches, matchesArn } from './wildcards';
import { isObject, type Json } from '../../src/core/wire/json';

const OPERATORS: Readonly<Record<string, (wanted: string, actual: string) => boolean>> = {
  StringEquals: (wanted, actual) => wanted === actual,
  StringLike: matches,
  ArnLike: matchesArn,
};

/** All operators and all keys have to hold, each for one of its values. What nobody knows here never holds. */
export function conditionHolds(condition: Json | undefined, context: Readonly<Record<string, string>>): boolean {
  if (condition === undefined) return true;
  if (!isObject(condition)) return false;
  return Object.entries(condition).every(([operator, keys]) => {
    const test = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : () => false;
    return Object.entries(keys ?? {}).every(([key, wanted]: [string, Json]) => {
      const actual = valueOf(key, context);
      return actual !== undefined && [wanted].flat().some((value) => test(String(value), actual));
    });
  });
}

/** The names of condition keys have no case. */
function valueOf(key: string, context: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}
