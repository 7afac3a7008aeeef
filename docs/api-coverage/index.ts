import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly } from './assembly';
import { factsOf } from './facts';
import { coverageOf } from './missing';
import { OWN_WORDS } from './own-words';
import { sectionsOf } from './reference';

/** Counts the public members that are documented, in the assembly and in API.md. Fails when one of them is not. */
function main(folder: string): number {
  const [assemblyFile, referenceFile] = [join(folder, '.jsii'), join(folder, 'API.md')];
  const absent = [assemblyFile, referenceFile].filter((file) => !existsSync(file));
  if (absent.length > 0) {
    console.error(`${absent.join(' and ')} not found: run \`npx projen compile\` and \`npx projen docgen\` first`);
    return 1;
  }
  const assembly = JSON.parse(readFileSync(assemblyFile, 'utf8')) as Assembly;
  const { documented, total, missing } = coverageOf(assembly, {
    reference: sectionsOf(readFileSync(referenceFile, 'utf8')),
    ownWords: OWN_WORDS,
    facts: factsOf(assembly),
  });
  console.log(`API: ${documented} of ${total} public members documented`);
  for (const line of missing) console.error(`  ${line}`);
  // An assembly without types is one that could not be read, not one that is documented.
  return missing.length > 0 || total === 0 ? 1 : 0;
}

process.exitCode = main(join(__dirname, '..', '..'));
