import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node as Parsed, type Pair, type Scalar } from 'yaml';
import type { Fault } from './finding';
import type { Reading } from './json';
import type { MemberNode, Node, ScalarNode } from './node';
import { START, type Place } from './place';
import { faultsOf, UNKNOWN_TAG } from './yaml-faults';

/** More values than anybody repeats: what aliases of aliases can blow a few lines up to. */
const MOST_REPEATED = 100_000;

const EMPTY = 'is empty: a YAML document is a map, Name: value in each line';
const TOO_MANY = 'repeats more by aliases than any request can hold: write it out';
const NO_ANCHOR = 'is an alias without an anchor: put & and its name before the value that it repeats';

/** YAML 1.2 and its core schema, whatever a directive says: it is what the AWS CLI reads. */
export function readYaml(text: string, placeAt: (offset: number) => Place): Reading {
  const document = parseDocument(text, {
    schema: 'core', version: '1.2', merge: false, prettyErrors: false, stringKeys: false, uniqueKeys: false,
  });
  const faults: Fault[] = faultsOf(text, document, placeAt);
  if (faults.length > 0) return { faults };
  if (isEmpty(document)) return { faults: [{ at: START, sentence: EMPTY }] };
  const root = new Reader(document, placeAt, faults).nodeOf(document.contents!);
  return faults.length > 0 ? { faults } : { root, faults };
}

function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === '');
}

class Reader {
  private readonly open = new Set<Parsed>();
  private repeated = 0;
  /** The alias that stands in no other. */
  private outermost = START;

  constructor(
    private readonly document: Document, private readonly placeAt: (offset: number) => Place, private readonly faults: Fault[],
  ) {}

  public nodeOf(parsed: Parsed): Node {
    const at = this.placeAt(parsed.range?.[0] ?? 0);
    if (isAlias(parsed)) return this.behind(parsed.resolve(this.document), at);
    if (this.open.size > 0 && ++this.repeated === MOST_REPEATED) this.faults.push({ at: this.outermost, sentence: TOO_MANY });
    if (this.repeated >= MOST_REPEATED) return nothing(at);
    // A tag of YAML itself that stands for no JSON.
    if (parsed.tag && !/^tag:yaml\.org,2002:(str|int|float|bool|null|seq|map)$/.test(parsed.tag)) {
      this.faults.push({ at, sentence: UNKNOWN_TAG });
      return nothing(at);
    }
    if (isSeq<Parsed>(parsed)) return { kind: 'list', at, items: parsed.items.map((item) => this.nodeOf(item)) };
    if (isMap<Parsed, Parsed | null>(parsed)) {
      return { kind: 'object', at, members: parsed.items.flatMap((pair) => this.memberOf(pair)) };
    }
    return scalarOf(parsed as Scalar, at);
  }

  /** What an alias stands for, at the place of the alias. */
  private behind(parsed: Parsed | undefined, at: Place): Node {
    if (!parsed || this.open.has(parsed)) {
      this.faults.push({ at, sentence: parsed ? 'is an alias of what it stands in: write the value out' : NO_ANCHOR });
      return nothing(at);
    }
    if (this.open.size === 0) this.outermost = at;
    this.open.add(parsed);
    const node = this.nodeOf(parsed);
    this.open.delete(parsed);
    return { ...node, at };
  }

  private memberOf({ key, value }: Pair<Parsed, Parsed | null>): MemberNode[] {
    const at = this.placeAt(key.range?.[0] ?? 0);
    const name = isAlias(key) ? key.resolve(this.document) : key;
    const sentence = faultOfName(name);
    if (sentence) {
      this.faults.push({ at, sentence });
      return [];
    }
    return [{ name: (name as Scalar<string>).value, at, value: value ? this.nodeOf(value) : nothing(at) }];
  }
}

function faultOfName(name: Parsed | undefined): string | undefined {
  const isNothing = isScalar(name) && name.source === '' && name.type === 'PLAIN';
  if (isNothing) return 'is a colon without a name: put a text with a colon in quotes';
  if (!isScalar(name) || typeof name.value !== 'string') return 'is no text, and names are: put it in quotes';
  const isMerge = name.value === '<<' && name.type === 'PLAIN';
  return isMerge ? 'is the merge of YAML 1.1, which YAML 1.2 does not have: write the members out' : undefined;
}

function scalarOf({ value, source, type, tag }: Scalar, at: Place): ScalarNode {
  // A whole number too large for a double is still the number that is written.
  const plain = typeof value === 'bigint' ? Number(value) : value as ScalarNode['value'];
  return { kind: 'scalar', at, value: plain, source: source ?? String(value), isPlain: type === 'PLAIN' && tag === undefined };
}

function nothing(at: Place): ScalarNode {
  return { kind: 'scalar', at, value: null, source: '', isPlain: true };
}
