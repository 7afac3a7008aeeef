import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifact } from '../artifacts';
import { oneByOne, type Language } from '../language';
import { run } from '../processes';

const COMPILER_OPTIONS = {
  strict: true, noUnusedLocals: true, target: 'es2022', module: 'node16', moduleResolution: 'node16', types: ['node'],
};

export const typescript: Language = {
  name: 'typescript',
  tools: ['node', 'npm'],
  async synthesize(workshop, examples) {
    const { folder, dist, cdkVersion, tell } = workshop;
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
    const packages = [artifact(join(dist, 'js'), '.tgz'), `aws-cdk-lib@${cdkVersion}`, 'constructs@10', 'typescript@5', '@types/node@20'];
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', ...packages], { cwd: folder, seconds: 300 });
    tell('installed from the tarball');
    await run(join(folder, 'node_modules', '.bin', 'cdk-cognito-user-pool-settings'), ['skeleton'], { cwd: folder, seconds: 60 });
    tell('the command-line tool runs');

    const include = examples.map((example) => `${example.folder}/**/*.ts`);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include }));
    await run(join(folder, 'node_modules', '.bin', 'tsc'), ['--project', folder, '--pretty', 'false'], { cwd: folder, seconds: 300 });
    tell('compiled with --strict against the installed package');

    return oneByOne(workshop, examples, async (example, outdir) => {
      await run('node', ['app.js'], { cwd: example.folder, env: { CDK_OUTDIR: outdir }, seconds: 120 });
    });
  },
};
