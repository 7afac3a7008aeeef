import type { Lines } from './blocks';

/** What has a letter of its own behind the backslash in all of these languages. */
const LETTERS: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What nobody sees, or sees as something else: controls, spaces that are none, marks of direction, halves of a character. */
const HIDDEN = /["\\]|(?![ \u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}]/gu;

/** A literal in double quotes; the language says how it escapes a code point. */
export function quoted(text: string, escape: (codePoint: number) => string): string {
  return `"${text.replaceAll(HIDDEN, (found) => LETTERS[found] ?? escape(found.codePointAt(0)!))}"`;
}

/** By code units, as a character beyond the first plane is written where an escape has four digits. */
export function byUnits(codePoint: number): string {
  return String.fromCodePoint(codePoint).split('').map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`).join('');
}

export function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

/** A sum of many parts is too complex for some compilers, as C# calls it (CS8078). */
const MOST_LINES = 500;

/** What is longer is written line by line. */
const SHORT_TEXT = 60;

/** A long text line by line, as it will be read. */
export function linesOf(text: string): Lines {
  const lines = text.length > SHORT_TEXT ? text.match(/[^\n]*\n|[^\n]+$/g)! : [text];
  return lines.length <= MOST_LINES ? lines : [text];
}

/** Beyond these a whole number is none in some of the languages. */
export function numeral(number: number): string {
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? number.toExponential() : String(number);
}

/** As jsii does it for members: what follows the first letter stays as it is. */
export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
