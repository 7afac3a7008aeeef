import type { Notes } from './draft';
import { propTypeAt } from './types';
import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { isFactor } from '../../src/core/plan/factors';
import { isObject, type JsonObject } from '../../src/core/wire/json';
import type { Path } from '../../src/core/wire/path';

/** The smallest setting that can be left out: what lies in a list, in a map or in what is set as one goes with it. */
export function unitToCommentOut(path: Path): Path {
  let end = path.findIndex((_, depth) => {
    const row = rowAt(LEDGER, path.slice(0, depth + 1));
    return row === undefined || row.whole || row.kind === 'list' || (row.kind === 'keyed' && !row.keys);
  }) + 1 || path.length;
  // What its struct asks for cannot be left out of it.
  while (end > 1 && propTypeAt(path.slice(0, end))?.isRequired) end--;
  return path.slice(0, end);
}

/** What follows from what is a comment already. */
export function commentOutRest(settings: JsonObject, notes: Notes): void {
  commentOutEmpty(settings, notes, []);
  commentOutFactors(settings, notes);
}

/** A struct of which nothing is left would be declared as an empty one: it is one comment with all that is in it. */
function commentOutEmpty(settings: JsonObject, notes: Notes, at: Path): void {
  for (const [name, value] of Object.entries(settings)) {
    const path = [...at, name];
    const row = rowAt(LEDGER, path);
    if (!isObject(value) || !row || row.onByPresence || notes.isCommentedOut(path)) continue;
    commentOutEmpty(value, notes, path);
    const inside = Object.keys(value).map((each) => [...path, each]);
    if (inside.length === 0 || !inside.every((each) => notes.isCommentedOut(each))) continue;
    notes.commentOut(path);
    for (const each of inside) notes.bringBack(each);
  }
}

/** Factors that are declared are the complete set: with one that cannot be, none is. */
function commentOutFactors(settings: JsonObject, notes: Notes): void {
  const present = Object.keys(settings).filter(isFactor).map((name) => [name]);
  if (!present.some((path) => notes.isOut(path))) return;
  for (const path of present.filter((each) => !notes.isOut(each))) {
    notes.commentOut(path, 'Commented out with the other factors, since those that are declared are the complete set.');
  }
}
