import { AFTERMATHS, DEVIATIONS } from './aftermath';
import { ANSWERS } from './answers';
import { SYNTH_ERRORS, WARNINGS } from './at-synth';
import { DETAILS } from './details';
import { DOUBTS, FAULTS, MISTAKES } from './documents';
import { NO_MESSAGES, PARTS } from './not-told';
import { REASONS } from './reasons';
import { REFUSALS } from './refusals';
import type { Row } from './row';
import type { Text } from './texts';

const ROWS: readonly Row[] = [
  ...SYNTH_ERRORS, ...WARNINGS, ...FAULTS, ...MISTAKES, ...DOUBTS, ...REFUSALS, ...ANSWERS, ...AFTERMATHS, ...DETAILS, ...REASONS, ...DEVIATIONS,
];
const PIECES: readonly string[] = [...ROWS.map(({ of }) => of), ...PARTS, ...NO_MESSAGES];

/** The texts that a piece stands for: of several pieces that a text has, the longest is its own. */
export function textsOf(piece: string, texts: readonly Text[]): Text[] {
  return texts.filter(({ text }) => pieceOf(text) === piece);
}

/** What nobody explains, and what explains nothing any more. */
export function gaps(texts: readonly Text[]): { readonly unexplained: string[]; readonly stale: string[] } {
  return {
    unexplained: texts.filter(({ text }) => pieceOf(text) === undefined).map(({ file, text }) => `${file}: ${text}`),
    stale: PIECES.filter((piece) => textsOf(piece, texts).length === 0),
  };
}

function pieceOf(text: string): string | undefined {
  return PIECES.filter((piece) => text.includes(piece)).sort((one, other) => other.length - one.length)[0];
}
