import { targetOf, reportOf, type Written } from '../code/written';
import type { Context } from '../context';
import { Failure } from '../failure';
import { importedPool } from '../import/import-pool';
import { liveAnswers } from '../import/live';
import { savedAnswers } from '../import/saved';
import type { Report } from '../report';

export interface ImportOptions extends Written {
  readonly userPoolId?: string;
  readonly from?: readonly string[];
  readonly omitDefaults?: boolean;
}

/** Writes what a user pool has as what is declared for it; reads, and writes nothing to the pool. */
export async function importPool(options: ImportOptions, context: Context): Promise<Report> {
  const { userPoolId, from, omitDefaults = false, ...written } = options;
  if ((userPoolId === undefined) === (from === undefined)) {
    throw new Failure('give the user pool either by --user-pool-id or by --from with saved answers of the AWS CLI, one of the two');
  }
  const answers = userPoolId !== undefined ? await liveAnswers(userPoolId, context) : await savedAnswers(from!, context.world.stdin);
  const { draft, warnings } = importedPool(answers, targetOf(written), omitDefaults);
  for (const warning of warnings) context.warn(warning);
  return reportOf(draft, written, warnings);
}
