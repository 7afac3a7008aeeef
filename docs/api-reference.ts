import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Documentation, Language } from 'jsii-docgen';
import { name } from '../package.json';

const ROOT = join(__dirname, '..');

/**
 * Writes API.md as jsii-docgen's own command does, which however takes the newest CDK that it finds anywhere in the folder: the
 * page would show members of what another tool brought along. Here it sees what the package is compiled with, and no more.
 */
async function write(): Promise<void> {
  const assemblies = mkdtempSync(join(tmpdir(), 'assemblies-'));
  try {
    const { dependencyClosure } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as { dependencyClosure: object };
    for (const part of ['.jsii', ...Object.keys(dependencyClosure).map((dependency) => join('node_modules', dependency))]) {
      mkdirSync(dirname(join(assemblies, part)), { recursive: true });
      symlinkSync(join(ROOT, part), join(assemblies, part));
    }
    const docs = await Documentation.forAssembly(name, assemblies);
    const page = await docs.toMarkdown({ language: Language.TYPESCRIPT, allSubmodules: true });
    writeFileSync(join(ROOT, 'API.md'), page.render());
  } finally {
    rmSync(assemblies, { recursive: true });
  }
}

void write();
