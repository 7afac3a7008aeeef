import { changesBy } from './changes';
import { unsayable } from './importable';
import { incomplete } from './incomplete';
import type { Refused } from './refused';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Live } from '../../src/core/plan/live';
import { checkDeclared } from '../../src/core/rules/check';
import { checkConstraints } from '../../src/core/rules/constraints';
import { RULES } from '../../src/core/rules/rules';
import type { JsonObject } from '../../src/core/wire/json';
import { parsePath, valueAt, type Path } from '../../src/core/wire/path';
import { commentOutRest, unitToCommentOut } from '../code/comment-out';
import { liveSettings, type Notes } from '../code/draft';
import { inWordsOf, nameIn, type Target } from '../code/target';

export interface Pool {
  readonly userPoolId: string;
  readonly live: Live;
}

/** Comments out whatever cannot be declared, until nothing is refused and nothing would change; returns what it was. */
export function commentOutRefused(settings: JsonObject, notes: Notes, target: Target, { userPoolId, live }: Pool): Refused[] {
  const all: Refused[] = [];
  for (;;) {
    commentOutRest(settings, notes);
    const declared = liveSettings(settings, notes);
    const wrong = [
      ...target === 'program' ? unsayable(declared) : [],
      ...incomplete(declared, target),
      ...refusedByRules(userPoolId, declared),
    ];
    const found = (wrong.length > 0 ? wrong : changesBy(declared, userPoolId, live))
      .map(({ path, sentence }): Refused => ({ path, sentence: inWordsOf(target, sentence, path) }));
    if (found.length === 0) return all;
    for (const { path, sentence } of withUnits(found, declared)) {
      const unit = unitToCommentOut(path);
      // One reason is enough.
      if (notes.isOut(unit)) continue;
      const subject = path.length > unit.length ? `its ${nameIn(target, path)}` : 'it';
      notes.commentOut(unit, `Commented out, since ${subject} ${sentence}.`);
      all.push({ path, sentence });
    }
  }
}

/** What is refused as far as it is declared; where none of it is, all that is declared has to go, since nobody tells what it is. */
function withUnits(found: readonly Refused[], declared: JsonObject): readonly Refused[] {
  const isThere = ({ path }: Refused) => valueAt(declared, unitToCommentOut(path)) !== undefined;
  const above = found.map(({ path, sentence }) => ({ path: path.slice(0, 1), sentence }));
  const known = [found, above].map((each) => each.filter(isThere)).find((each) => each.length > 0);
  return known ?? Object.keys(declared).map((name) => ({ path: [name], sentence: found[0].sentence }));
}

/** The rules across settings take each for what it ought to be. */
function refusedByRules(userPoolId: string, declared: JsonObject): Refused[] {
  const misfits = checkConstraints(declared, LEDGER, () => false);
  if (misfits.length > 0) return misfits;
  return checkDeclared(userPoolId, declared).filter(({ level }) => level === 'error').map(({ rule, path, sentence }) => {
    const isThere = (each: Path) => valueAt(declared, each) !== undefined || Array.isArray(valueAt(declared, each.slice(0, -1)));
    const reads = RULES.find(({ id }) => id === rule)?.reads.map(parsePath) ?? [];
    return { path: [path, ...reads].find(isThere) ?? path, sentence };
  });
}
