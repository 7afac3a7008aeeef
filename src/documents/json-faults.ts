import { printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

interface FaultAt {
  readonly offset: number;
  readonly sentence: string;
}

const OUTLINE = 'a JSON document is one object, { "Name": value }';

/** What the parser stumbled over, in words that tell the way out; what only follows from that is not said. */
export function faultsOf(text: string, errors: readonly ParseError[], tree: Node | undefined): FaultAt[] {
  const start = text.search(/[^ \t\r\n]/);
  if (start < 0) return [{ offset: 0, sentence: `is empty: ${OUTLINE}` }];
  if (!/[{[/]/.test(text[start])) {
    return [{ offset: start, sentence: `does not begin with {: ${OUTLINE}; of YAML the file name ends with .yaml` }];
  }
  const end = tree ? tree.offset + tree.length : text.length;
  const rest = text.slice(end).search(/[^ \t\r\n]/);
  const inside = causes(text, errors.filter(({ offset }) => offset < end || rest < 0)).map((error) => faultOf(text, error));
  const isComment = rest >= 0 && text.startsWith('/', end + rest);
  if (rest < 0 || (inside.length > 0 && !isComment)) return inside;
  const sentence = isComment ? NO_COMMENT : `goes on after the end of the document: ${OUTLINE}`;
  return [...inside, { offset: end + rest, sentence }];
}

/** An error right behind another, or for want of a value where one has been skipped, is the same mistake. */
function causes(text: string, errors: readonly ParseError[]): ParseError[] {
  let end = -1;
  return errors.filter(({ error: code, offset, length }) => {
    const error = printParseErrorCode(code);
    const isNext = end >= 0 && /^[\s:]*$/.test(text.slice(end, offset));
    const isSkipped = end >= 0 && error === 'ValueExpected' && !/[:,[]\s*$/.test(text.slice(0, offset));
    const isUnclosed = end >= 0 && (error === 'CloseBraceExpected' || error === 'CloseBracketExpected');
    // Behind a comma, and where but a sign is missing, something new begins.
    const isSign = text[offset] === ',' || error === 'CommaExpected' || error === 'ColonExpected';
    end = Math.max(end, isSign ? offset : offset + length);
    return !isNext && !isSkipped && !isUnclosed;
  });
}

const NO_COMMENT = 'is a comment, which JSON does not have: take it out, or write the document as YAML';

const NO_NUMBER = 'is no number of JSON: write digits alone, or put it in double quotes';
const ZERO = 'begins with 0, which no number of JSON does: write it without, or put it in double quotes';

const SENTENCES: Readonly<Record<string, string>> = {
  InvalidCommentToken: NO_COMMENT,
  UnexpectedEndOfComment: NO_COMMENT,
  ColonExpected: 'has no colon before it: write "Name": value',
  CommaExpected: 'has no comma before it: members and elements are separated by commas',
  CloseBraceExpected: 'ends before the document does: a } is missing',
  CloseBracketExpected: 'ends before the document does: a ] is missing',
  UnexpectedEndOfString: 'is a text that its line does not close: put " behind it, and write a line break in it as \\n',
  InvalidCharacter: 'has a control character: write a tab in a text as \\t',
  InvalidEscapeCharacter: 'has an escape that JSON does not know: write a backslash as \\\\',
  InvalidUnicode: 'has an escape that JSON does not know: \\u has four hexadecimal digits behind it',
  InvalidNumberFormat: NO_NUMBER,
  UnexpectedEndOfNumber: NO_NUMBER,
};

function faultOf(text: string, { error: code, offset, length }: ParseError): FaultAt {
  const error = printParseErrorCode(code);
  const token = text.substr(offset, length);
  const before = text.slice(0, offset).trimEnd();
  switch (error) {
    case 'CommaExpected':
      if (token === '}') return { offset, sentence: 'closes an object while a list is open: a ] is missing before it' };
      if (token === ']') return { offset, sentence: 'closes a list while an object is open: a } is missing before it' };
      if (/[-\d]$/.test(before) && /^\d/.test(token) && before.length === offset) {
        return { offset: offset - 1, sentence: ZERO };
      }
      return { offset, sentence: SENTENCES[error] };
    case 'PropertyNameExpected':
    case 'ValueExpected':
      if (token === ',' || (/^[}\]]/.test(token) && before.endsWith(','))) {
        return { offset: token === ',' ? offset : before.length - 1, sentence: 'is a comma too many: take it out' };
      }
      return error === 'ValueExpected'
        ? { offset, sentence: 'stands where a value belongs: write one, or take its name out' }
        : { offset, sentence: 'stands where a name belongs: write "Name": value, with the name in double quotes' };
    case 'InvalidSymbol':
      return { offset, sentence: symbolSentence(token, text.slice(offset + length)) };
    default:
      return { offset, sentence: SENTENCES[error] ?? 'is no JSON' };
  }
}

/** By how it begins; the first that fits. */
const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/^'/, 'stands in single quotes: JSON has double ones'],
  [/^[\u2018-\u201f]/, 'stands in typographic quotes: JSON has the straight double ones'],
  [/^\S*\s*:/, 'is a name without quotes: put it in double quotes'],
  [/^(true|false|yes|no|on|off)$/i, 'is no word of JSON: a flag is true or false in small letters, and a text stands in double quotes'],
  [/^(none|null|nil|undefined)$/i, 'is no word of JSON: take the member out, the AWS CLI takes no null either'],
  [/^[-+.\d]/, NO_NUMBER],
  [/\w/, 'is a text without quotes: put it in double quotes'],
];

function symbolSentence(token: string, after: string): string {
  const colon = /^\s*:/.exec(after)?.[0] ?? '';
  return SYMBOLS.find(([looks]) => looks.test(token + colon))?.[1] ?? 'is no sign of JSON: take it out';
}
