import type { Change } from './difference';
import { table, type Column, type TableOptions } from './table';
import { count, shown } from './text';
import type { Json } from '../../src/core/wire/json';
import type { LoggedRequest } from '../cognito';

export const GONE = 'gone';
export const SETTING: Column = { title: 'setting', firm: true };

/** So few rows need no rule under their titles. */
const FEW = 3;

/** A line for each change, with the value before and after. */
export function changeTable(changes: readonly Change[], paintAfter: (text: string) => string, options: TableOptions): string[] {
  const columns = [SETTING, { title: 'before' }, { title: 'after', paint: paintAfter }];
  const rows = changes.map(({ name, before, after }) => [name, shownBefore(before), shownAfter(after)]);
  return table(columns, rows, { ...options, rule: rows.length > FEW });
}

export function shownBefore(value: Json | undefined): string {
  return value === undefined ? '-' : shown(value);
}

export function shownAfter(value: Json | undefined): string {
  return value === undefined ? GONE : shown(value);
}

export function writesIn(calls: readonly LoggedRequest[]): LoggedRequest[] {
  return calls.filter(({ action }) => action.startsWith('Update') || action.startsWith('Set'));
}

export function callsOf(calls: readonly LoggedRequest[]): string {
  const writes = writesIn(calls);
  const refused = writes.filter(({ outcome }) => outcome !== 'ok');
  const rest = refused.length > 0 ? ` (${refused.length} refused)` : '';
  return `${count(calls.length - writes.length, 'read')}, ${count(writes.length, 'write')}${rest}`;
}

/** What the Lambda said, without what CloudFormation says around it. */
export function sentenceOf(reason: string): string {
  return /Message returned: (.*) \(RequestId: [\w-]+\)$/s.exec(reason)?.[1] ?? reason;
}
