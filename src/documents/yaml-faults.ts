import { visit, type Document, type ErrorCode, type Node } from 'yaml';
import { TOO_DEEP, type Fault } from './finding';
import { lastNotAfter, type Place } from './place';

interface FaultAt {
  readonly offset: number;
  readonly sentence: string;
}

const OPEN_QUOTE = 'is a text whose quote is not closed: put the same quote at its end';
const OPEN_BRACKET = 'is not closed: a } or a ] is missing';
const SECOND_COLON = 'has a second colon in its line, or more below it: put a text with a colon in quotes, '
  + 'and a map below its name alone';
const BEHIND_QUOTE = 'goes on behind its end: a quote within a text is written twice in single quotes, and as \\" in double ones';
const BEHIND_BRACKET = 'stands behind the end of a map or a list: put a comma between them, or take it out';
const NO_COLON = 'has no colon: write Name: value, with a space behind the colon';
const UNCLEAR = 'is no YAML: look for a missing colon, comma or quote, and at how the line is indented';
const INDENT = 'is not indented as what it belongs to: the members of one map begin in the same column, by spaces';
const LITERAL_BRACE = 'begins with {, which makes it a map in YAML: put a text such as {####} in quotes';
export const UNKNOWN_TAG = 'has a tag, such as !Ref and !Sub, which the AWS CLI does not know: write the value itself';

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'is indented by a tab, which YAML does not allow: use spaces',
  MULTIPLE_DOCS: 'begins a second document: the AWS CLI reads one, take out --- or what follows',
  BAD_SCALAR_START: 'begins with a sign that YAML keeps for itself: put it in quotes',
  BAD_DQ_ESCAPE: 'has an escape that YAML does not know: write a backslash as \\\\, or use single quotes',
  BAD_ALIAS: 'is an alias without a name: put a text that begins with * in quotes',
  TAG_RESOLVE_FAILED: UNKNOWN_TAG,
  BLOCK_AS_IMPLICIT_KEY: SECOND_COLON,
  MULTILINE_IMPLICIT_KEY: NO_COLON,
  BLOCK_IN_FLOW: 'is a map or a list by lines within { } or [ ]: a comma is missing, or the brackets are too many',
  BAD_INDENT: INDENT,
  KEY_OVER_1024_CHARS: NO_COLON,
  RESOURCE_EXHAUSTION: TOO_DEEP,
  BAD_DIRECTIVE: 'is a directive that YAML does not know: take the line out',
};

/** Of the parser's words, where a code alone says too little. */
const BY_MESSAGE: readonly (readonly [RegExp, string])[] = [
  [/Missing closing/, OPEN_QUOTE],
  [/followed by map values|Missing space after :/, NO_COLON],
  [/end with a [\]}]$/, OPEN_BRACKET],
  [/block-seq-ind on same line/, 'begins a list in the line of its name: begin it in the next line, or write it in [ ]'],
  [/Comments must be separated/, 'has a # that is no comment and no text: put the text in quotes'],
  [/Missing ,/, 'has no comma before it: what stands in { } or [ ] is separated by commas'],
  [/Unexpected (,|empty item)/, 'is a comma too many: take it out'],
  [/Sequence item without -/, 'is no element of the list above it: begin it with - and a space'],
];

interface Stumble {
  readonly offset: number;
  readonly code: ErrorCode;
  readonly message: string;
}

/** What the parser stumbled over, in words that tell the way out; one for each line, since the rest follows from it. */
export function faultsOf(text: string, document: Document, placeAt: (offset: number) => Place): Fault[] {
  const lines = new Set<number>();
  const openings = new Openings(text, document);
  const faults = [...document.errors, ...document.warnings]
    .map(({ code, message, pos: [offset] }): Stumble => ({ offset: Math.min(offset, text.length), code, message }))
    // Of two at one place the one that tells more.
    .sort((one, other) => one.offset - other.offset || Number(isTelling(other)) - Number(isTelling(one)))
    .map((stumble) => faultOf(text, openings, stumble))
    .map(({ offset, sentence }) => ({ at: placeAt(offset), sentence }))
    .filter(({ at: { line } }) => !lines.has(line) && lines.add(line));
  // What comes after it depends on how deep this process may go.
  const tooDeep = faults.findIndex(({ sentence }) => sentence === TOO_DEEP);
  return tooDeep < 0 ? faults : faults.slice(0, tooDeep + 1);
}

function faultOf(text: string, openings: Openings, { offset, code, message }: Stumble): FaultAt {
  const brace = literalBrace(text, offset);
  if (brace !== undefined) return { offset: brace, sentence: LITERAL_BRACE };
  const sentence = BY_MESSAGE.find(([words]) => words.test(message))?.[1];
  if (sentence === OPEN_QUOTE) return { offset: openings.quoteBefore(offset), sentence };
  if (sentence === OPEN_BRACKET) {
    const opening = openings.bracketBefore(offset);
    return { offset: opening, sentence: literalBrace(text, opening + 1) === undefined ? sentence : LITERAL_BRACE };
  }
  if (sentence) return { offset, sentence };
  if (text[offset] === ':') return { offset, sentence: NO_COLON };
  if (/at node end/.test(message)) {
    const before = text.slice(0, offset).trimEnd();
    if (/['"]$/.test(before)) return { offset, sentence: BEHIND_QUOTE };
    if (/[\]}]$/.test(before)) return { offset, sentence: BEHIND_BRACKET };
  }
  return { offset, sentence: SENTENCES[code] ?? UNCLEAR };
}

const isTelling = ({ code }: Stumble) => code === 'BLOCK_IN_FLOW';

/** Where a value begins in the line that was meant to be a message with a placeholder. */
function literalBrace(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const brace = /^\s*(- )?[^'"{\n]*:[ \t]+\{(?=#)/.exec(text.slice(start));
  return brace && start + brace[0].length <= offset ? start + brace[0].length - 1 : undefined;
}

/** Where quotes begin, and brackets that nothing closes. */
class Openings {
  private readonly quotes: number[] = [];
  private readonly brackets: number[] = [];

  constructor(text: string, document: Document) {
    visit(document, {
      Node: (_, node: Node) => {
        if (!node.range) return;
        const [start, end] = node.range;
        if ('type' in node && String(node.type).startsWith('QUOTE')) this.quotes.push(start);
        if ('flow' in node && node.flow === true && !/[\]}]/.test(text[end - 1])) this.brackets.push(start);
      },
    });
  }

  public quoteBefore(offset: number): number {
    return lastBefore(this.quotes, offset);
  }

  public bracketBefore(offset: number): number {
    return lastBefore(this.brackets, offset);
  }
}

function lastBefore(starts: readonly number[], offset: number): number {
  const start = starts[lastNotAfter(starts, offset - 1)];
  return start !== undefined && start < offset ? start : offset;
}
