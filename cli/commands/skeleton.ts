import { reportOf, targetOf, type Written } from '../code/written';
import type { Context } from '../context';
import type { Report } from '../report';
import { skeletonDraft } from '../skeleton/skeleton-draft';

/** Writes every option with an example, its range, its default and what it is. */
export async function skeleton({ format, operation }: Written, _context: Context): Promise<Report> {
  const written = { format, operation };
  return reportOf(skeletonDraft(targetOf(written)), written, []);
}
