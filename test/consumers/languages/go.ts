import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldersIn } from '../examples';
import { oneByOne, type Language, type Workshop } from '../language';
import { run } from '../processes';
import { outcomesIn, replaced, together, type Part } from './together';

export const go: Language = {
  name: 'go',
  tools: ['go', 'node'],
  async synthesize(workshop, examples) {
    const { folder, dist, tell } = workshop;
    const packageFolder = join(dist, 'go', foldersIn(join(dist, 'go'))[0]);
    const moduleName = (await run('go', ['list', '-m'], { cwd: packageFolder, env: NO_VCS, seconds: 60 })).trim();
    tell(`${moduleName} is taken from the built package`);
    const byHand = examples.filter(({ isGenerated }) => !isGenerated);
    const handwritten = await oneByOne(workshop, byHand, async ({ folder: cwd, intent }, outdir) => {
      await check(cwd, intent);
      await run('go', ['run', '.'], { cwd, env: { ...NO_VCS, CDK_OUTDIR: outdir }, seconds: 600 });
    });
    const generated = await together(workshop, examples.filter(({ isGenerated }) => isGenerated), async (parts) => {
      const cwd = projectOf(workshop, parts);
      await check(cwd, 'what is generated');
      const apps = parts.flatMap(({ packageName, outdir }) => [packageName, outdir]);
      const env = { ...NO_VCS, CDK_OUTDIR: join(folder, 'cdk.out') };
      return outcomesIn(await run('go', ['run', '.', ...apps], { cwd, env, seconds: 600 }), parts);
    });
    return [...handwritten, ...generated];

    async function check(cwd: string, what: string): Promise<void> {
      await run('go', ['mod', 'edit', '-replace', `${moduleName}=${packageFolder}`], { cwd, seconds: 60 });
      await run('go', ['mod', 'tidy'], { cwd, env: NO_VCS, seconds: 300 });
      const complaints = await run('go', ['vet', './...'], { cwd, env: NO_VCS, seconds: 600 });
      tell(complaints.trim() === '' ? `go vet has no complaint about ${what}` : complaints);
    }
  },
};

/** All programs, each in a package of its own, and one that runs them: linking and loading the CDK take longer than all else. */
function projectOf({ folder }: Workshop, parts: readonly Part[]): string {
  const cwd = join(folder, 'generated');
  mkdirSync(cwd);
  copyFileSync(join(parts[0].example.folder, 'go.mod'), join(cwd, 'go.mod'));
  for (const { example, packageName } of parts) {
    const source = readFileSync(join(example.folder, 'main.go'), 'utf8');
    const named = replaced(replaced(source, 'package main\n', `package ${packageName}\n`), 'func main() {\n', 'func Main() {\n');
    mkdirSync(join(cwd, packageName));
    // The next one needs what this would close.
    writeFileSync(join(cwd, packageName, 'main.go'), replaced(named, '\tdefer jsii.Close()\n', ''));
  }
  const moduleName = /^module (.*)$/m.exec(readFileSync(join(cwd, 'go.mod'), 'utf8'))![1];
  const runner = readFileSync(join(__dirname, 'apps.go'), 'utf8');
  const names = parts.map(({ packageName }) => packageName);
  const apps = replaced(runner, '// apps', names.map((name) => `"${name}": ${name}.Main,`).join('\n\t'));
  writeFileSync(join(cwd, 'main.go'), replaced(apps, '// imports', names.map((name) => `"${moduleName}/${name}"`).join('\n\t')));
  return cwd;
}

const NO_VCS = { GOFLAGS: '-buildvcs=false' };
