import { rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { oneByOne, type Language, type Workshop } from '../language';
import { run } from '../processes';

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
      return await oneByOne(workshop, examples, async ({ folder: cwd, intent }, outdir) => {
        const lint = ['-Dmaven.compiler.showWarnings=true', '-Dmaven.compiler.compilerArgument=-Xlint:all'];
        const output = await run('mvn', [...options, ...lint, 'compile'], { cwd, seconds: 600 });
        const warnings = output.split('\n').filter((line) => /^\[WARNING\].*\.java/.test(line));
        tell([`javac -Xlint:all has ${warnings.length === 0 ? 'no complaint' : 'complaints'} about ${intent}`, ...warnings].join('\n'));
        await run('mvn', [...options, '--quiet', 'exec:java'], { cwd, env: { CDK_OUTDIR: outdir }, seconds: 300 });
      });
    } finally {
      forgetFormerBuilds(workshop);
    }
  },
};

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
