import * as fc from 'fast-check';
import { ODD_TEXTS } from '../../consumers/generated-programs';

const PIECES = ['\\', '"', '\'', '\n', '\r', '\t', 'u', 'u0041', 'x41', '$', '{', '}', '%', '\u2028', '\u0085', '\ufeff', '\u202e', '\0', '7', '😀', 'é', ' '];

/** Odd ones by hand, by pieces that compilers take for something, and by chance; the same in each run. */
export const TEXTS: readonly string[] = [
  ...ODD_TEXTS,
  ...fc.sample(fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 12 }), { numRuns: 300, seed: 7 }),
  ...fc.sample(fc.string({ unit: fc.constantFrom('\n', 'a line of some words', '\\', '"'), minLength: 20 }), { numRuns: 50, seed: 7 }),
  ...fc.sample(fc.string({ unit: 'binary', maxLength: 30 }), { numRuns: 300, seed: 7 }),
  `${'line\n'.repeat(400)}`,
  `${'\n'.repeat(20_000)}`,
];

/** By its code units, which no console changes. */
export function hexOf(text: string): string {
  return text.split('').map((unit) => unit.charCodeAt(0).toString(16)).join(' ');
}
