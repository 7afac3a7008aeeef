import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Contender, Contenders } from './contender';

export interface Size {
  readonly bytes: number;
  readonly gzipped: number;
}

export interface Sizes {
  readonly ours: Size;
  readonly rival: Size;
}

export function sizes({ ours, rival }: Contenders): Sizes {
  return { ours: sizeOf(ours), rival: sizeOf(rival) };
}

function sizeOf({ handlerFile }: Contender): Size {
  const text = readFileSync(handlerFile);
  return { bytes: text.length, gzipped: gzipSync(text, { level: 9 }).length };
}
