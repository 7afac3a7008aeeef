import type { DocumentFinding } from './finding';
import { misread } from './misread';
import { stranger, USER_POOL_ID } from './names';
import type { Node, ObjectNode } from './node';
import type { Place } from './place';
import { hasPlaceholder, isEmptyText, isOddlyEmpty, isPlaceholder, isPlaceholderKey } from './placeholders';
import type { Document } from './read';
import { LEDGER } from '../core/ledger/ledger';
import { structure, text, type Member } from '../core/ledger/member';
import { USER_POOL_ID as ID } from '../core/ledger/pool';
import { rowOf } from '../core/ledger/walk';
import type { Json, JsonObject } from '../core/wire/json';
import type { Path } from '../core/wire/path';

/** Stands where something was misread: the rules take it for a value that is not known. */
export const UNREADABLE: Json = Object.freeze({});

const SKELETON = 'is a skeleton that is not filled in: its words and flags may be the skeleton\'s too, '
  + 'take out what nobody means to set';

const MISSING = 'is missing: the AWS CLI asks for it beside the others';
const EMPTY = 'is empty, and the pool then has it empty: take it out if nobody has filled it in';

const DOCUMENT = structure({ ...LEDGER.members, [USER_POOL_ID]: text(ID) });

/** Reads a document by the ledger: names, types and what nobody has filled in. */
export class Walk {
  public readonly findings: DocumentFinding[] = [];
  /** Whether the AWS CLI has made it, and something of it is still as it was made. */
  public readonly isSkeleton: boolean;

  constructor(private readonly root: ObjectNode, private readonly format: Document['format']) {
    this.isSkeleton = hasPlaceholder(root, LEDGER);
    if (this.isSkeleton) this.say('note', 'skeleton', [], root.at, SKELETON);
  }

  public read(): { readonly settings: JsonObject; readonly userPoolId?: string } {
    const { [USER_POOL_ID]: userPoolId, ...settings } = this.object(this.root, DOCUMENT, []) ?? {};
    return { settings, ...typeof userPoolId === 'string' && { userPoolId } };
  }

  /** What a value declares; nothing, where nobody has filled it in. */
  private value(node: Node, member: Member | undefined, at: Path, namedAt: Place): Json | undefined {
    const wrong = misread(node, member, this.format);
    if (wrong !== undefined) {
      this.say('error', 'type', at, isNothing(node) ? namedAt : node.at, wrong);
      return UNREADABLE;
    }
    if (isPlaceholder(node, member)) return this.placeholder(at, node.at);
    switch (node.kind) {
      case 'object': return this.object(node, member, at, namedAt);
      case 'list': return this.list(node.items, member, at);
      default: return node.value;
    }
  }

  private object({ members, at: place }: ObjectNode, member: Member | undefined, at: Path, namedAt = place): JsonObject | undefined {
    const seen = new Set<string>();
    const read = members.map(({ name, at: nameAt, value }): [string, Json | undefined] => {
      const path = [...at, name];
      if (seen.has(name)) this.say('error', 'duplicate', path, nameAt, 'stands here a second time: take one of the two out');
      seen.add(name);
      return [name, this.member(value, name, member, path, nameAt)];
    });
    const given = read.filter((each): each is [string, Json] => each[1] !== undefined);
    const isEmptied = read.length > 0 && given.length === 0;
    const required = member?.kind === 'structure' ? member.required ?? [] : [];
    const isUnfilled = required.some((name) => seen.has(name) && !given.some(([other]) => other === name));
    this.sayMissing(required.filter((name) => !seen.has(name)), at, namedAt);
    return isEmptied && at.length > 0 || isUnfilled ? undefined : Object.fromEntries(given);
  }

  private member(node: Node, name: string, above: Member | undefined, path: Path, nameAt: Place): Json | undefined {
    const row = rowOf(above, name);
    if (!row && above?.kind === 'structure') {
      const { level, rule, sentence, meant } = stranger(name, path.slice(0, -1), above);
      this.say(level, rule, path, nameAt, sentence);
      if (meant) this.value(node, rowOf(above, meant), path, nameAt);
      if (level === 'error') return UNREADABLE;
    }
    if (isPlaceholderKey(name, above)) return this.placeholder(path, nameAt);
    if (isEmptyText(node, row) && isOddlyEmpty(name, above)) {
      if (this.isSkeleton) return this.placeholder(path, node.at);
      this.say('warning', 'empty-text', path, node.at, row?.kind === 'arn' ? 'is empty and names nothing: take it out' : EMPTY);
      if (row?.kind === 'arn') return undefined;
    }
    return this.value(node, row, path, nameAt);
  }

  private list(items: readonly Node[], member: Member | undefined, at: Path): Json | undefined {
    const of = member?.kind === 'list' ? member.of : undefined;
    const read = items.map((item, index) => {
      const path = [...at, String(index)];
      return this.isSkeleton && isEmptyText(item, of) ? this.placeholder(path, item.at) : this.value(item, of, path, item.at);
    });
    // An element that is not filled in keeps its place: what is said of the others counts from it.
    return read.length > 0 && read.every((item) => item === undefined) ? undefined : read.map((item) => item ?? UNREADABLE);
  }

  private placeholder(at: Path, place: Place): undefined {
    this.say('note', 'placeholder', at, place, 'is not filled in yet: give it a value, or take it out');
  }

  /** Of an element of a list the rules say so themselves. */
  private sayMissing(names: readonly string[], at: Path, namedAt: Place): void {
    if (/^\d+$/.test(at.at(-1) ?? '')) return;
    for (const name of names) this.say('error', 'required', [...at, name], namedAt, MISSING);
  }

  private say(level: DocumentFinding['level'], rule: string, path: Path, { line, column }: Place, sentence: string): void {
    this.findings.push({ level, rule, path, sentence, line, column });
  }
}

/** A name with nothing behind it: where nothing begins, nobody looks. */
function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null && node.source === '';
}
