import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { canonical } from '../../src/core/plan/canonical';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { formatPath, type Path } from '../../src/core/wire/path';
import { isUnknownToTheCli, OLDEST_CLI } from '../code/cli-knows';
import { youngPaths, type Notes } from '../code/draft';
import type { Operation } from '../code/target';

const YOUNG = 'it is younger than this library, and the AWS CLI refuses what it does not know';

/** Comments out what the AWS CLI, or the service, does not take as described; returns warnings of what may be lost by that. */
export function commentOutForTheCli(settings: JsonObject, notes: Notes, operation: Operation): string[] {
  const warnings: string[] = [];
  const leaveOut = (path: Path, why: string, mayBeLost: boolean) => {
    const consequence = `${operation} may put it back to its default`;
    notes.commentOut(path, `Commented out, since ${why}${mayBeLost ? `; without it ${consequence}` : ''}.`);
    if (mayBeLost) warnings.push(`${formatPath(path)} is left out of the document, since ${why}: sent by the AWS CLI, ${consequence}`);
  };
  for (const path of youngPaths(settings)) leaveOut(path, YOUNG, true);
  visit(settings, [], (value, path) => {
    const row = rowAt(LEDGER, path);
    if (row === undefined || notes.isOut(path)) return false;
    if (isUnknownToTheCli(path)) {
      leaveOut(path, `${OLDEST_CLI} and older refuse it as unknown`, canonical(value, row) !== undefined);
      return false;
    }
    if (row.echo === 'unlessDefault' && canonical(value, row) === undefined) {
      leaveOut(path, 'it is the default, which pools of the plan LITE refuse when it is sent', false);
      return false;
    }
    return true;
  });
  return warnings;
}

function visit(settings: JsonObject, at: Path, look: (value: Json, path: Path) => boolean): void {
  for (const [name, value] of Object.entries(settings)) {
    const path = [...at, name];
    if (look(value, path) && isObject(value)) visit(value, path, look);
  }
}
