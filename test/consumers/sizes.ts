import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface Sized {
  readonly name: string;
  readonly bytes: number;
}

/** What is published, without checksums, sources and documentation beside it. */
const PACKAGE = /\.(tgz|whl|tar\.gz|nupkg)$|(?<!-sources|-javadoc)\.jar$/;

/** The packages in a folder; generated sources, which carry the npm package among them, are one package. */
export function packagesIn(folder: string): Sized[] {
  const files = filesIn(folder);
  const isSource = files.some(({ name }) => /\.(go|cs)$/.test(name));
  if (!isSource) return files.filter(({ name }) => PACKAGE.test(name));
  return [{ name: `${files.length} files`, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }];
}

function filesIn(folder: string): Sized[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ name: relative(folder, path), bytes: statSync(path).size }));
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
