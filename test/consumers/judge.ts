import { differences, templatesIn } from './compare';
import type { Synthesis } from './language';
import type { Verdict } from './report';

/** Compares what a language wrote with what TypeScript wrote. */
export function judge(synthesis: Synthesis, reference: Synthesis | undefined): Verdict {
  const { example: { intent, language }, seconds, outdir, failure } = synthesis;
  const verdict = (outcome: Verdict['outcome'], details: readonly string[] = []) => ({ intent, language, outcome, seconds, details });
  if (failure !== undefined) return verdict('failed', [failure]);
  if (outdir === undefined) return verdict('parsed');
  const written = templatesIn(outdir);
  if (Object.keys(written).length === 0) return verdict('failed', ['no template was written']);
  if (synthesis === reference) return verdict('reference');
  if (reference?.outdir === undefined || reference.failure !== undefined) return verdict('failed', ['there is nothing in TypeScript to compare it with']);
  const found = differences(templatesIn(reference.outdir), written);
  return found.length > 0 ? verdict('differs', found) : verdict('equal');
}
