import { differences, templatesIn } from './compare';
import type { Synthesis } from './language';
import type { Verdict } from './report';

/** Compares what a language wrote with what TypeScript wrote. */
export function judge(synthesis: Synthesis, reference: Synthesis | undefined): Verdict {
  const { example: { intent, language, isGenerated }, seconds, outdir, failure } = synthesis;
  const verdict = (outcome: Verdict['outcome'], details: readonly string[] = []) => ({ intent, language, outcome, seconds, details });
  if (failure !== undefined) return verdict('failed', [failure]);
  if (outdir === undefined) return verdict('parsed');
  const written = templatesIn(outdir);
  if (Object.keys(written).length === 0) return verdict('failed', ['no template was written']);
  if (synthesis === reference) return verdict('reference');
  if (reference?.outdir === undefined || reference.failure !== undefined) return verdict('failed', ['there is nothing in TypeScript to compare it with']);
  const expected = templatesIn(reference.outdir);
  const found = differences(expected, written);
  if (found.length > 0) return verdict('differs', found);
  // People write the same in another order, one program in five languages does not.
  const isOrdered = !isGenerated || JSON.stringify(written) === JSON.stringify(expected);
  return isOrdered ? verdict('equal') : verdict('differs', ['the order of members']);
}
