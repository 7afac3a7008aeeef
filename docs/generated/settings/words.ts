import { propOf, json, siblingProp } from './members';
import type { Member } from '../../../src/core/ledger/member';
import { namesOf } from '../../../src/core/ledger/twins';
import { SMS } from '../../../src/core/plan/factors';
import { SHARED_SMS } from '../../../src/core/plan/shared-sms';
import { parsePath, type Path } from '../../../src/core/wire/path';
import { code, codes } from '../markdown';

/** The rest of what a row says, in words. */
export function wordsOf(path: Path, member: Member): string {
  const { prop, onByPresence, filled, breaksWhenDangling } = member;
  return [
    ...sameSetting(path, member),
    ...beside(path, member),
    ...prop?.implied === undefined ? [] : [`may be left out: it is ${json(prop.implied)}`],
    ...onByPresence ? ['`{}` too makes it one of the pool\'s factors'] : [],
    ...filled ? [`with any member in it, the service takes the others for ${json(filled)}`] : [],
    ...echo(path, member),
    ...breaksWhenDangling ? ['detached once its prop is gone'] : [],
  ].join('; ');
}

function sameSetting(path: Path, { twinOf }: Member): string[] {
  if (twinOf) return [`older name of ${code(propOf(parsePath(twinOf)))}: a change to one is a change to both`];
  const older = namesOf(path).slice(1).map(propOf);
  if (older.length > 0) return [`has an older name, ${codes(older)}`];
  const [first, second] = path;
  if (SHARED_SMS.includes(first) && path.length === 1) return [`the same setting as ${code(propOf([SMS, first]))}`];
  return first === SMS && path.length === 2 && SHARED_SMS.includes(second) ? [`the same setting as ${code(propOf([second]))}`] : [];
}

function beside(path: Path, { excludes = [], serves = [] }: Member): string[] {
  const names = (siblings: readonly string[]) => codes(siblings.map((name) => siblingProp(path, name)));
  const excluded = Array.isArray(excludes)
    ? excludes.length > 0 ? [`declaring it takes off ${names(excludes)}`] : []
    : Object.entries(excludes as Readonly<Record<string, string[]>>).map(([value, others]) => `${code(value)} takes off ${names(others)}`);
  return [...excluded, ...serves.length > 0 ? [`goes with the last of ${names(serves)}`] : []];
}

/** Where a described value does not simply go back as it came. */
function echo(path: Path, { echo: when, complete = [] }: Member): string[] {
  switch (when) {
    case 'unlessDefault': return ['not sent back while it is the default and stays so'];
    case 'whenDeclared': return ['sent only to change it'];
    case 'whenComplete': return [`sent back only with ${codes(complete.map((name) => propOf([...path, name])))}`];
    case 'never': return ['never sent'];
    default: return [];
  }
}
