import { contradicted, patternOf, PATTERNS } from './contradiction';
import type { Measured, Skipped } from './measure';
import type { Answer, Unasked } from './question';
import type { ServiceError } from '../../src/core/apply/port';
import type { JsonObject } from '../../src/core/wire/json';
import { formatPath, type Path } from '../../src/core/wire/path';

/** All that was found out, before it is shown. */
export interface Findings {
  readonly region: string;
  /** `2026-11-22`, by the service's clock. */
  readonly date: string;
  readonly calls: number;
  readonly measured: readonly Measured[];
  readonly answers: readonly Answer[];
  readonly skipped: readonly (Skipped | Unasked)[];
  /** Why the pool that was made for it is still there, and how to delete it. */
  readonly left?: string;
}

export function evidenceText({ region, date }: Findings): string {
  return `probe, ${region}, ${date}`;
}

/** Whether an answer does not fit what is known. */
export function doubted({ question: { known }, outcome }: Answer): string | undefined {
  return known && !known.fits.test(outcome) ? known.seen : undefined;
}

export function isContradicting({ measured, answers }: Findings): boolean {
  return measured.some(contradicted) || answers.some(doubted);
}

export function jsonOf(findings: Findings): JsonObject {
  const { region, date, calls, measured, answers, skipped, left } = findings;
  const pattern = patternOf(measured);
  const errorOf = (error: ServiceError | undefined): JsonObject =>
    error ? { error: { code: error.code, message: error.message } } : {};
  return {
    region,
    date,
    calls,
    pattern,
    summary: PATTERNS[pattern],
    rows: measured.map((each) => {
      const known = contradicted(each);
      return {
        member: formatPath(each.path),
        action: each.action,
        omission: each.outcome,
        evidence: evidenceText(findings),
        contradicts: known ? { omission: known.effect, evidence: known.seen } : null,
        ...each.outcome === 'kept' || each.outcome === 'reset' ? {} : partsOf(each),
      };
    }),
    answers: answers.map((answer) => ({
      id: answer.question.id,
      question: answer.question.asks,
      outcome: answer.outcome,
      contradicts: doubted(answer) ?? null,
      ...errorOf(answer.error),
    })),
    skipped: skipped.map((each) => ({
      ...'path' in each ? { member: formatPath(each.path), action: each.action }
        : { id: each.question.id, question: each.question.asks },
      reason: each.reason,
      ...errorOf(each.error),
    })),
    failure: left ?? null,
  };
}

function partsOf({ effect: { kept, reset, changed } }: Measured): JsonObject {
  const names = (paths: readonly Path[]) => paths.map(formatPath);
  return { kept: names(kept), reset: names(reset), changed: names(changed) };
}
