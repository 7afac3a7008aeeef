import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { oneByOne, type Language, type Workshop } from '../language';
import { run } from '../processes';
import { outcomesIn, replaced, together, type Part } from './together';

const SOURCES = ['src', 'main', 'java', 'com', 'example'];
const LOCAL_REPOSITORY = join(homedir(), '.m2', 'repository');

export const java: Language = {
  name: 'java',
  tools: ['javac', 'mvn', 'node'],
  async synthesize(workshop, examples) {
    const { folder, version, cdkVersion, tell } = workshop;
    const settings = join(folder, 'settings.xml');
    writeFileSync(settings, settingsWith(pathToFileURL(join(workshop.dist, 'java')).href));
    const options = [
      '--batch-mode', '--no-transfer-progress', '--settings', settings, `-Dmaven.repo.local=${LOCAL_REPOSITORY}`,
      `-Dcdk-cognito-user-pool-settings.version=${version}`, `-Dcdk.version=${cdkVersion}`,
    ];
    // Every build has the same version: a copy of a former one is not asked for again.
    forgetFormerBuilds(workshop);
    try {
      const lint = ['-Dmaven.compiler.showWarnings=true', '-Dmaven.compiler.compilerArgument=-Xlint:all'];
      const byHand = examples.filter(({ isGenerated }) => !isGenerated);
      const handwritten = await oneByOne(workshop, byHand, async ({ folder: cwd, intent }, outdir) => {
        const output = await run('mvn', [...options, ...lint, 'compile'], { cwd, seconds: 600 });
        const warnings = warningsIn(output);
        tell([`javac -Xlint:all has ${warnings.length === 0 ? 'no complaint' : 'complaints'} about ${intent}`, ...warnings].join('\n'));
        await run('mvn', [...options, '--quiet', 'exec:java'], { cwd, env: { CDK_OUTDIR: outdir }, seconds: 300 });
      });
      const generated = await together(workshop, examples.filter(({ isGenerated }) => isGenerated), async (parts) => {
        const cwd = projectOf(workshop, parts);
        const apps = parts.map(({ packageName, outdir }) => `com.example.${packageName}.AuthApp ${outdir}`).join(' ');
        const goals = ['compile', 'exec:java', `-Dexec.args=${apps}`];
        const env = { CDK_OUTDIR: join(folder, 'cdk.out') };
        const output = await run('mvn', [...options, ...lint, ...goals], { cwd, env, seconds: 600 });
        const warnings = warningsIn(output);
        if (warnings.length > 0) throw new Error(`javac -Xlint:all complains:\n${warnings.join('\n')}`);
        tell('javac -Xlint:all has no complaint about what is generated');
        return outcomesIn(output, parts);
      });
      return [...handwritten, ...generated];
    } finally {
      forgetFormerBuilds(workshop);
    }
  },
};

function warningsIn(output: string): string[] {
  return output.split('\n').filter((line) => /^\[WARNING\].*\.java/.test(line));
}

/** All programs, each in a package of its own, and one that runs them. */
function projectOf({ folder }: Workshop, parts: readonly Part[]): string {
  const cwd = join(folder, 'generated');
  const sources = join(cwd, ...SOURCES);
  mkdirSync(sources, { recursive: true });
  copyFileSync(join(parts[0].example.folder, 'pom.xml'), join(cwd, 'pom.xml'));
  copyFileSync(join(__dirname, 'AuthApp.java'), join(sources, 'AuthApp.java'));
  for (const { example, packageName } of parts) {
    const source = readFileSync(join(example.folder, ...SOURCES, 'AuthApp.java'), 'utf8');
    mkdirSync(join(sources, packageName));
    writeFileSync(join(sources, packageName, 'AuthApp.java'), replaced(source, 'package com.example;', `package com.example.${packageName};`));
  }
  return cwd;
}

/** The repository of the built package is one more, beside those of the machine. */
function settingsWith(url: string): string {
  return `<settings>
  <profiles><profile><id>built</id><repositories><repository><id>built</id><url>${url}</url></repository></repositories></profile></profiles>
  <activeProfiles><activeProfile>built</activeProfile></activeProfiles>
</settings>
`;
}

function forgetFormerBuilds({ maven: { groupId, artifactId } }: Workshop): void {
  rmSync(join(LOCAL_REPOSITORY, ...groupId.split('.'), artifactId), { recursive: true, force: true });
}
