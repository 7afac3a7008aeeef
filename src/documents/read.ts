import { TOO_DEEP, type Fault } from './finding';
import { readJson, type Reading } from './json';
import type { ObjectNode } from './node';
import { placesOf, START } from './place';
import { readYaml } from './yaml';

/** What a text was read as. */
export interface Document {
  readonly format: 'json' | 'yaml';
  /** Absent where there are faults. */
  readonly root?: ObjectNode;
  readonly faults: readonly Fault[];
}

const NOT_UTF8 = 'is not UTF-8: save it as UTF-8, as the AWS CLI reads it';

/** A document of the AWS CLI. Its format is told by the end of its name, otherwise by how it begins. */
export function readDocument(bytes: Uint8Array, name: string): Document {
  const text = decoded(bytes);
  if (text === undefined) return { format: formatOf(name, ''), faults: [{ at: START, sentence: NOT_UTF8 }] };
  const format = formatOf(name, text);
  const { root, faults } = readAs(format, text);
  if (!root || root.kind === 'object') return { format, root, faults };
  const sentence = format === 'json' ? 'is no object: a JSON document is one, { "Name": value }'
    : 'is no map: write Name: value in each line, with a space behind the colon';
  return { format, faults: [{ at: root.at, sentence }] };
}

function readAs(format: Document['format'], text: string): Reading {
  const placeAt = placesOf(text);
  try {
    return format === 'json' ? readJson(text, placeAt) : readYaml(text, placeAt);
  } catch (error) {
    // The parsers follow the nesting by recursion.
    if (error instanceof RangeError) return { faults: [{ at: START, sentence: TOO_DEEP }] };
    throw error;
  }
}

function formatOf(name: string, text: string): Document['format'] {
  if (/\.json$/i.test(name)) return 'json';
  return /\.ya?ml$/i.test(name) || !/^\s*[{[/]/.test(text) ? 'yaml' : 'json';
}

/** Without a byte order mark, which some editors write and nobody sees. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16, as some shells redirect to a file, is valid UTF-8 where it has no letter beyond ASCII.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
