import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The one file of the folder with that ending. */
export function artifact(folder: string, ending: string): string {
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  if (found.length !== 1) {
    const what = found.length === 0 ? 'holds no' : 'holds more than one';
    throw new Error(`${folder} ${what} ${ending} file: build the packages first, by npm run packages`);
  }
  return join(folder, found[0]);
}
