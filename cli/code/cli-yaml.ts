import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Draft, Notes } from './draft';
import { inOrderOf } from './request';
import type { Operation } from './target';
import { wrapped } from './wrap';
import { TEXT } from './yaml-text';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import type { Path } from '../../src/core/wire/path';

/** The request of an operation, as `--cli-input-yaml` takes it, with all that is said. */
export function cliYaml({ userPoolId, comments, settings, notes }: Draft, operation: Operation): string {
  const head = comments.flatMap(commentLines).map((line) => `#${line}`);
  const request = mapOf({ UserPoolId: userPoolId, ...inOrderOf(operation, settings) }, [], notes);
  return [...head, ...head.length > 0 ? [''] : [], printed(request), ''].join('\n');
}

function mapOf(members: JsonObject, at: Path, notes: Notes): YAMLMap {
  const map = new YAMLMap();
  /** What stands above the next member that is none. */
  const above: string[] = [];
  for (const [name, value] of Object.entries(members)) {
    const path = [...at, name];
    const pair = new Pair(new Scalar(name), nodeOf(value, path, notes));
    above.push(...notes.commentsAt(path).flatMap(commentLines));
    if (notes.isCommentedOut(path)) {
      above.push(...commentedOut(pair));
      continue;
    }
    if (above.length > 0) pair.key.commentBefore = above.splice(0).join('\n');
    map.items.push(pair);
  }
  if (above.length > 0) map.comment = above.join('\n');
  return map;
}

/** Lists, and what stands in them, without a word about any of it. */
function nodeOf(value: Json, path: Path, notes: Notes): YAMLMap | YAMLSeq | Scalar {
  if (isObject(value)) return mapOf(value, path, notes);
  if (!Array.isArray(value)) return new Scalar(value);
  const list = new YAMLSeq();
  list.items.push(...(value as readonly Json[]).map((item, index) => nodeOf(item, [...path, String(index)], notes)));
  return list;
}

function commentedOut(pair: Pair<Scalar, unknown>): string[] {
  const map = new YAMLMap();
  map.items.push(pair);
  return printed(map).split('\n').map((line) => ` ${line}`);
}

/** No comment breaks out of its line. */
function commentLines(comment: string): string[] {
  return wrapped(comment.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')).map((line) => ` ${line}`);
}

/** Long lines stay as they are: what folds them could lose a space. */
function printed(map: YAMLMap): string {
  const document = new Document<YAMLMap>(undefined, { compat: 'yaml-1.1', customTags: (tags) => [TEXT, ...tags] });
  document.contents = map;
  return document.toString({ lineWidth: 0 }).trimEnd();
}
