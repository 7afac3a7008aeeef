import type { JsonObject, Json } from '../../src/core/wire/json';
import { withValueAt } from '../../src/core/wire/path';
import { isFilledIn } from '../laws/model';
import { alike } from '../laws/oracle';
import { EMAIL, moved, settingsIn, SMS, type State } from '../laws/state';

/** What a plan says of one setting, as far as it can be held against a pool. */
export interface Foretold {
  /** As a person reads it. */
  readonly path: string;
  readonly after?: Json;
  readonly afterKnown?: boolean;
}

/** The key by which a state has the path that a person reads. */
export function leafOf(path: string): string {
  const names = [...path.matchAll(/\.?([A-Za-z_][\w-]*)|\[("(?:[^"\\]|\\.)*")\]|\[(\d+)\]/g)];
  return JSON.stringify(names.map(([, name, quoted, index]) => name ?? (quoted === undefined ? index : JSON.parse(quoted) as string)));
}

/** The value as a state has it: one that is the service's default is none. */
export function inState(leaf: string, value: Json | undefined): Json | undefined {
  if (value === undefined) return undefined;
  if (leaf === SMS) return value || undefined;
  if (leaf === EMAIL) return true;
  const path = JSON.parse(leaf) as string[];
  return settingsIn(withValueAt({} as JsonObject, path, value)).get(leaf);
}

/** What moved in a pool against what was planned for it: the same settings, to the same values. */
export function expectAgreement(changes: readonly Foretold[], before: State, after: State): void {
  const last = new Map(changes.map((change) => [leafOf(change.path), change]));
  const open = changes.filter(({ afterKnown }) => afterKnown === false).map(({ path }) => leafOf(path).slice(0, -1));
  const isOpen = (leaf: string) => open.some((start) => leaf === `${start}]` || leaf.startsWith(`${start},`));
  // That e-mail is a factor is told by its members, and what the service adds by itself is nobody's plan.
  const told = (leaves: readonly string[]) =>
    leaves.filter((leaf) => leaf !== EMAIL && !isOpen(leaf) && !(isFilledIn(leaf, after.get(leaf)) && !last.has(leaf))).sort();
  const planned = [...last.keys()].filter((leaf) => JSON.stringify(before.get(leaf)) !== JSON.stringify(inState(leaf, last.get(leaf)!.after)));
  expect(told(planned)).toEqual(told(moved(before, after)));
  for (const [leaf, change] of last) {
    if (!isOpen(leaf)) expect([leaf, alike(after.get(leaf))]).toEqual([leaf, alike(inState(leaf, change.after))]);
  }
}
