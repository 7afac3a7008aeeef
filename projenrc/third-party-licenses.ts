import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The folder of the package that a file is of, none for our own. */
function packageOf(file: string): string[] {
  return file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? [];
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The texts that a package asks to be passed on: its licence, and what Apache-2.0 calls a notice. */
function textsOf(folder: string): string | undefined {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file)).sort();
  if (!files.some((file) => !/^notice/i.test(file))) return undefined;
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
}

/** Some packages of a repository leave out the text that their sisters carry. */
function textsOfSister(folder: string, folders: ReadonlySet<string>): string {
  const { license } = manifestOf(folder);
  const isSister = (other: string) => /@[^/]+\/[^/]+$/.test(folder) && dirname(other) === dirname(folder) && manifestOf(other).license === license;
  const texts = [...folders].filter(isSister).map(textsOf).find((text) => text !== undefined);
  if (texts === undefined) throw new Error(`${folder} is bundled and has no file with its licence`);
  return texts;
}

/** What esbuild put into a file, by its metafile: each package with its texts, equal texts once. */
export function thirdPartyLicenses({ outputs }: Pick<Metafile, 'outputs'>): string {
  const folders = new Set(Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageOf)));
  const packagesByText = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = manifestOf(folder);
    const text = textsOf(folder) ?? textsOfSister(folder, folders);
    packagesByText.set(text, [...packagesByText.get(text) ?? [], `${name} ${version} (${license ?? 'see below'})`]);
  }
  const parts = [...packagesByText].map(([text, packages]) => `${packages.join('\n')}\n\n${text}`);
  const headline = `${Object.keys(outputs).join(', ')} of this package contains code of these packages:`;
  return `${[headline, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

if (require.main === module) {
  const [metafile, target] = process.argv.slice(2);
  writeFileSync(target, thirdPartyLicenses(JSON.parse(readFileSync(metafile, 'utf8')) as Metafile));
}
