import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The texts that a package asks to be passed on: its licence, and what Apache-2.0 calls a notice. */
function textsOf(folder: string): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file)).sort();
  if (!files.some((file) => !/^notice/i.test(file))) throw new Error(`${folder} is bundled and has no file with its licence`);
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
}

/** What esbuild put into a file, by its metafile: each package with its texts, equal texts once. */
export function thirdPartyLicenses({ outputs }: Pick<Metafile, 'outputs'>): string {
  const folders = new Set(Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageOf)));
  const packagesByText = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    const text = textsOf(folder);
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
