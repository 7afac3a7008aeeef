import { isObject, type Json } from '../../src/core/wire/json';

/** A value in few characters, on one line. */
export function shown(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (isObject(value)) return Object.values(value).map(shown).join(' ');
  // Of an ARN the end tells most.
  const text = String(value).replace(/^arn:[\w-]+:.*:(?=[^:]+$)/, '…');
  return text.replace(/\p{Cc}+/gu, ' ');
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** As many items as there is room for, and how many more there are. */
export function cutList(items: readonly string[], width: number): string {
  for (let kept = items.length; kept > 0; kept--) {
    const rest = items.length - kept;
    const more = rest > 0 ? `, +${rest}` : '';
    const text = items.slice(0, kept).join(', ') + more;
    if (lengthOf(text) <= width) return text;
    if (kept === 1) return cut(items[0], width - lengthOf(more)) + more;
  }
  return '';
}

export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= width) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}

/** In characters: whatever the demo shows is one column wide each. */
export function lengthOf(text: string): number {
  return [...text].length;
}
