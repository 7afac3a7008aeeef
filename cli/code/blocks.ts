/** Lines of code; where they stand in a file they do not know. */
export type Lines = readonly string[];

export function indented(lines: Lines, by: string): Lines {
  return lines.map((line) => line && `${by}${line}`);
}

/** Text before the first line and behind the last one. */
export function around(before: string, lines: Lines, after: string): Lines {
  return lines.map((line, index) => `${index === 0 ? before : ''}${line}${index === lines.length - 1 ? after : ''}`);
}

/** Blocks one below the other, each but the last with the text behind it. */
export function stacked(blocks: readonly Lines[], separator: string): Lines {
  return blocks.flatMap((block, index) => index === blocks.length - 1 ? block : around('', block, separator));
}

/** As much as is written on one line, beside the indentation and the name of what it belongs to. */
const ROOM = 72;

/** All on one line, where each block is one line and the whole is short enough. */
export function inOneLine(
  before: string, blocks: readonly Lines[], separator: string, after: string, room = ROOM,
): Lines | undefined {
  if (blocks.some((block) => block.length !== 1)) return undefined;
  const line = `${before}${blocks.map(([only]) => only).join(separator)}${after}`;
  return line.length <= room ? [line] : undefined;
}

/** What starts a new line in any of the languages, and what no compiler wants to meet in a comment. */
const BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const CONTROLS = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Prose as comment lines. */
export function comment(prose: readonly string[], mark: string): Lines {
  return prose.flatMap((text) => text.split(BREAKS)).map((line) => `${mark} ${line.replaceAll(CONTROLS, ' ')}`.trimEnd());
}

/** Code as comment lines: without the marks it is code again. */
export function commentedOut(lines: Lines, mark: string): Lines {
  return lines.map((line) => line && `${mark} ${line}`);
}
