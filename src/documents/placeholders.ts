import type { Node } from './node';
import { structure, type Member } from '../core/ledger/member';
import { rowOf } from '../core/ledger/walk';
import { checkConstraints } from '../core/rules/constraints';
import { isObject, type Json } from '../core/wire/json';

/** The key that the AWS CLI's skeletons have in maps. */
const SKELETON_KEY = 'KeyName';

/** What the AWS CLI's skeletons have where a person is to write: an empty text or a 0 that the service refuses. */
export function isPlaceholder(node: Node, member: Member | undefined): boolean {
  if (node.kind !== 'scalar') return false;
  switch (member?.kind) {
    case 'text':
    case 'arn': return node.value === '' && isRefused('', member);
    case 'integer': return node.value === 0 && isRefused(0, member);
    default: return false;
  }
}

/** Where the service names the keys, a skeleton has another one. */
export function isPlaceholderKey(name: string, above: Member | undefined): boolean {
  return name === SKELETON_KEY && above?.kind === 'keyed' && above.keys !== undefined;
}

/** An empty text that the service takes: meant, unless it stands in a skeleton. */
export function isEmptyText(node: Node, member: Member | undefined): boolean {
  const isText = member?.kind === 'text' || member?.kind === 'arn';
  return isText && node.kind === 'scalar' && node.value === '' && !isRefused('', member);
}

/** Whether an empty text under this name is worth a word: the value of a tag is not. */
export function isOddlyEmpty(name: string, above: Member | undefined): boolean {
  return above?.kind === 'structure' || (above?.kind === 'keyed' && (above.keys !== undefined || name === SKELETON_KEY));
}

export function hasPlaceholder(node: Node, member: Member | undefined): boolean {
  switch (node.kind) {
    case 'object':
      return node.members.some(({ name, value }) => isPlaceholderKey(name, member) || hasPlaceholder(value, rowOf(member, name)));
    case 'list': return node.items.some((item) => hasPlaceholder(item, member?.kind === 'list' ? member.of : undefined));
    default: return isPlaceholder(node, member);
  }
}

/** Whether a skeleton may have a value by itself: any word of a choice, true, 0, and what is made of these alone. */
export function mayBeGenerated(value: Json | undefined, member: Member | undefined): boolean {
  if (value === undefined) return true;
  switch (member?.kind) {
    case 'choice': return typeof value === 'string';
    case 'flag': return value === true;
    case 'integer': return value === 0;
    case 'list': return Array.isArray(value) && value.length === 1 && mayBeGenerated(value[0], member.of);
    case 'structure':
      return isObject(value) && Object.entries(value).every(([name, inner]) => mayBeGenerated(inner, rowOf(member, name)));
    default: return value === '';
  }
}

function isRefused(value: Json, member: Member): boolean {
  return checkConstraints({ Value: value }, structure({ Value: member }), () => false).length > 0;
}
