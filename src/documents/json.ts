import { parseTree, type Node as Parsed, type ParseError } from 'jsonc-parser';
import type { Fault } from './finding';
import { faultsOf } from './json-faults';
import type { MemberNode, Node } from './node';
import type { Place } from './place';

export interface Reading {
  readonly root?: Node;
  readonly faults: readonly Fault[];
}

export function readJson(text: string, placeAt: (offset: number) => Place): Reading {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: true });
  const faults = faultsOf(text, errors, tree).map(({ offset, sentence }) => ({ at: placeAt(offset), sentence }));
  if (faults.length > 0 || !tree) return { faults };
  return { root: nodeOf(tree), faults };

  function nodeOf(parsed: Parsed): Node {
    const at = placeAt(parsed.offset);
    const children = parsed.children ?? [];
    switch (parsed.type) {
      case 'object': return { kind: 'object', at, members: children.map(memberOf) };
      case 'array': return { kind: 'list', at, items: children.map(nodeOf) };
      default: {
        const isPlain = parsed.type !== 'string';
        const value = parsed.value as null | boolean | number | string;
        const source = isPlain ? text.substr(parsed.offset, parsed.length) : String(value);
        return { kind: 'scalar', at, value, isPlain, source };
      }
    }
  }

  function memberOf({ children: [name, value] = [] }: Parsed): MemberNode {
    return { name: name.value as string, at: placeAt(name.offset), value: nodeOf(value) };
  }
}
