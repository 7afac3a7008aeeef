import type { Place } from './place';
import type { Json } from '../core/wire/json';
import type { Path } from '../core/wire/path';

/** A value of a document, and where it stands. */
export type Node = ScalarNode | ListNode | ObjectNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly at: Place;
  readonly value: null | boolean | number | string;
  /** As it is written, without quotes. */
  readonly source: string;
  /** Whether it is written without quotes and tags: what it is follows from how it looks. */
  readonly isPlain: boolean;
}

export interface ListNode {
  readonly kind: 'list';
  readonly at: Place;
  readonly items: readonly Node[];
}

export interface ObjectNode {
  readonly kind: 'object';
  readonly at: Place;
  readonly members: readonly MemberNode[];
}

export interface MemberNode {
  readonly name: string;
  readonly at: Place;
  readonly value: Node;
}

export function valueOf(node: Node): Json {
  switch (node.kind) {
    case 'scalar': return node.value;
    case 'list': return node.items.map(valueOf);
    case 'object': return Object.fromEntries(node.members.map(({ name, value }) => [name, valueOf(value)]));
  }
}

/** Where to look for what a finding says of a path: at its value, or at the name of the nearest that is there. */
export function placeOf(root: Node, path: Path): Place {
  const { node, at, isWhole } = follow(root, path);
  // What begins on a line below its name is found by its name.
  return isWhole && (node.kind === 'scalar' || node.at.line === at.line) ? node.at : at;
}

/** Where the last name of a path stands that is there. */
export function nameOf(root: Node, path: Path): Place {
  return follow(root, path).at;
}

function follow(root: Node, path: Path): { readonly node: Node; readonly at: Place; readonly isWhole: boolean } {
  let node = root;
  let at = root.at;
  for (const step of path) {
    const inner = stepInto(node, step);
    if (!inner) return { node, at, isWhole: false };
    node = inner.value;
    at = inner.at;
  }
  return { node, at, isWhole: true };
}

function stepInto(node: Node, step: string): { readonly at: Place; readonly value: Node } | undefined {
  if (node.kind === 'object') return node.members.find(({ name }) => name === step);
  const item = node.kind === 'list' ? node.items[Number(step)] : undefined;
  return item && { at: item.at, value: item };
}
