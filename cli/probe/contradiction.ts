import type { Outcome } from './effect';
import type { Measured } from './measure';
import { EVIDENCE, NESTED_EVIDENCE, type Omission } from '../../src/core/ledger/evidence';
import { LEDGER, type SettingName } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { formatPath } from '../../src/core/wire/path';

/** What the ledger says of an omission, where it has evidence of this very member. */
function evidenceOf({ path }: Pick<Measured, 'path'>): Omission | undefined {
  return path.length === 1 ? EVIDENCE[path[0] as SettingName].omission : NESTED_EVIDENCE[formatPath(path)]?.omission;
}

/** The evidence that a measurement does not fit; what is unknown contradicts nothing. */
export function contradicted(measured: Measured): Omission | undefined {
  const known = evidenceOf(measured);
  return known && known.effect !== 'unknown' && known.effect !== measured.outcome ? known : undefined;
}

export type Pattern = 'allKept' | 'allReset' | 'asKnown' | 'other';

export const PATTERNS: Readonly<Record<Pattern, string>> = {
  allKept: 'all kept: UpdateUserPool leaves alone what a request leaves out',
  allReset: 'all reset: UpdateUserPool puts back what a request leaves out, but for what has no default or is documented as kept',
  asKnown: 'mixed as known: nothing contradicts the ledger',
  other: 'mixed, and not as the ledger has it',
};

/** What the settings of `UpdateUserPool` have in common. */
export function patternOf(all: readonly Measured[]): Pattern {
  const rows = all.filter(({ path, action }) => path.length === 1 && action === 'UpdateUserPool');
  const has = (measured: readonly Measured[], outcome: Outcome) =>
    measured.length > 0 && measured.every((each) => each.outcome === outcome);
  if (has(rows, 'kept')) return 'allKept';
  if (has(rows.filter(mayBeReset), 'reset')) return 'allReset';
  return rows.some(contradicted) ? 'other' : 'asKnown';
}

/** A pool always has a name and a plan, and of what is sent back only when it is complete the omission is documented. */
function mayBeReset({ path }: Measured): boolean {
  const row = rowAt(LEDGER, path);
  return row?.clear?.by !== 'impossible' && row?.echo !== 'whenComplete';
}
