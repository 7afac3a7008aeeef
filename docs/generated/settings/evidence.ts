import { EVIDENCE, NESTED_EVIDENCE, type CloudFormation, type Evidence } from '../../../src/core/ledger/evidence';
import type { SettingName } from '../../../src/core/ledger/ledger';
import { formatPath, type Path } from '../../../src/core/wire/path';

export const settingEvidence = ([name]: Path): Evidence => EVIDENCE[name as SettingName];

/** What is said of a member where it is not what is said of its setting: in full of where it starts, in a word further in. */
export function differing<K extends keyof Evidence>(path: Path, fact: K, inFull: (of: NonNullable<Evidence[K]>) => string, inAWord = inFull): string {
  for (let depth = path.length; depth > 1; depth--) {
    const found = NESTED_EVIDENCE[formatPath(path.slice(0, depth))]?.[fact];
    if (found !== undefined) return (depth === path.length ? inFull : inAWord)(found as NonNullable<Evidence[K]>);
  }
  return '';
}

export function support({ support: how, property, why }: CloudFormation): string {
  return [property ? `${how}, \`${property}\`` : how, ...why ? [why] : []].join(': ');
}
