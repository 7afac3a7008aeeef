import { cut, cutList, lengthOf } from './text';

/** A list is cut between its items, and says how many are left out. */
export type Cell = string | readonly string[];

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** Most characters in the column, however much room there is. */
  readonly atMost?: number;
  /** It gives way last: half a name is no name. */
  readonly firm?: boolean;
  /** Colours for what stands in the column; the width is reckoned without them. */
  paint?(text: string): string;
}

export interface TableOptions {
  /** Most characters in a line. */
  readonly width: number;
  /** Whether there is a rule under the titles. @default true */
  readonly rule?: boolean;
  /** Colours for titles and rule. */
  paintHead?(text: string): string;
}

const GAP = '  ';

/** What a column has left before the firm ones give way too. */
const LEAST = 8;

/** Columns, a line of titles and a rule: as easy to read in a log file as on a terminal. The widest columns give way first. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], options: TableOptions): string[] {
  const { width, rule = true, paintHead = String } = options;
  const widths = fit(columns, rows, width);
  const line = (cells: readonly Cell[], paint: (text: string, at: number) => string) =>
    cells.map((cell, at) => paint(pad(fitted(cell, widths[at]), widths[at], at, columns), at)).join(GAP);
  return [
    paintHead(line(columns.map(({ title }) => title), String)),
    ...rule ? [paintHead(widths.map((size) => '─'.repeat(size)).join(GAP))] : [],
    ...rows.map((row) => line(row, (text, at) => columns[at].paint?.(text) ?? text)),
  ];
}

function fit(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): number[] {
  const widths = columns.map(({ title, atMost = width }, at) =>
    Math.min(atMost, Math.max(...[title, ...rows.map((row) => whole(row[at]))].map(lengthOf))));
  const room = Math.max(width - GAP.length * (columns.length - 1), columns.length);
  while (widths.reduce((sum, size) => sum + size, 0) > room) {
    const soft = widths.map((size, at) => columns[at].firm || size <= LEAST ? 0 : size);
    const widest = soft.some((size) => size > 0) ? soft : widths;
    widths[widest.indexOf(Math.max(...widest))]--;
  }
  return widths;
}

function whole(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.join(', ');
}

function fitted(cell: Cell, width: number): string {
  return typeof cell === 'string' ? cut(cell, width) : cutList(cell, width);
}

/** The last column ends where its text does, so that no line ends in blanks. */
function pad(text: string, width: number, at: number, columns: readonly Column[]): string {
  const blanks = ' '.repeat(Math.max(0, width - lengthOf(text)));
  if (columns[at].align === 'right') return blanks + text;
  return at === columns.length - 1 ? text : text + blanks;
}
