import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { isSame, unique, type Path } from '../../src/core/wire/path';

/** Settings on their way to a program or a document: in the API's words, some of them only as a comment. */
export interface Draft {
  readonly userPoolId: string;
  readonly account?: string;
  readonly region?: string;
  /** What is said at the top. */
  readonly comments: readonly string[];
  readonly settings: JsonObject;
  readonly notes: Notes;
}

/** What is said about settings, by their paths. */
export class Notes {
  private readonly comments = new Map<string, string[]>();
  private readonly commentedOut = new Set<string>();

  public say(path: Path, comment: string): void {
    const said = this.commentsAt(path);
    if (!said.includes(comment)) this.comments.set(key(path), [...said, comment]);
  }

  public commentOut(path: Path, comment?: string): void {
    this.commentedOut.add(key(path));
    if (comment !== undefined) this.say(path, comment);
  }

  /** As part of what is a comment itself. */
  public bringBack(path: Path): void {
    this.commentedOut.delete(key(path));
  }

  public commentsAt(path: Path): readonly string[] {
    return this.comments.get(key(path)) ?? [];
  }

  /** Whether the very setting at the path is a comment, not what it lies in. */
  public isCommentedOut(path: Path): boolean {
    return this.commentedOut.has(key(path));
  }

  /** Whether the setting, or what it lies in, is a comment. */
  public isOut(path: Path): boolean {
    return path.some((_, depth) => this.isCommentedOut(path.slice(0, depth + 1)));
  }
}

const key = (path: Path) => JSON.stringify(path);

/** What is declared once comments are comments. */
export function liveSettings(settings: JsonObject, notes: Notes, at: Path = []): JsonObject {
  return Object.fromEntries(Object.entries(settings)
    .filter(([name]) => !notes.isCommentedOut([...at, name]))
    .map(([name, value]): [string, Json] => [name, isObject(value) ? liveSettings(value, notes, [...at, name]) : value]));
}

/** Where what this version does not know begins. */
export function youngPaths(value: Json, at: Path = []): Path[] {
  const row = rowAt(LEDGER, at);
  if (row === undefined) return [at];
  const isBranch = isObject(value) && (row.kind === 'structure' || (row.kind === 'keyed' && row.keys !== undefined));
  return isBranch ? unique(Object.entries(value).flatMap(([name, inner]) => youngPaths(inner, [...at, name]))) : [];
}

export function isYoung(path: Path, young: readonly Path[]): boolean {
  return young.some((each) => isSame(each, path));
}
