import { copyFileSync, cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { artifact } from '../artifacts';
import type { Example } from '../examples';
import { outdirOf, type Language, type Synthesis, type Workshop } from '../language';
import { run } from '../processes';

export const python: Language = {
  name: 'python',
  tools: ['python3'],
  async synthesize(workshop, examples) {
    const { folder, dist, cdkVersion, tell } = workshop;
    await run('python3', ['-m', 'venv', 'venv'], { cwd: folder, seconds: 120 });
    const program = join(folder, 'venv', 'bin', 'python');
    const packages = [artifact(join(dist, 'python'), '.whl'), `aws-cdk-lib==${cdkVersion}`, 'mypy==2.4.1'];
    await run(program, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], { cwd: folder, seconds: 300 });
    tell('installed from the wheel');
    await run(join(dirname(program), 'cdk-cognito-user-pool-settings'), ['skeleton', '--format', 'python'], { cwd: folder, seconds: 180 });
    tell('the command-line tool runs');

    // Both end, whatever becomes of the other: nothing runs on in a folder that is gone.
    const types = checkTypes(workshop, examples, program);
    const [apps] = await Promise.allSettled([runApps(workshop, examples, program), types]);
    await types;
    if (apps.status === 'rejected') throw apps.reason;
    return apps.value;
  },
};

interface Result {
  readonly app: string;
  readonly seconds: number;
  readonly failure: string | null;
}

async function runApps(workshop: Workshop, examples: readonly Example[], program: string): Promise<Synthesis[]> {
  const { folder } = workshop;
  const apps = examples.map((example) => ({ example, app: join(example.folder, 'app.py'), outdir: outdirOf(workshop, example) }));
  copyFileSync(join(__dirname, 'apps.py'), join(folder, 'apps.py'));
  const pairs = JSON.stringify(apps.map(({ app, outdir }) => [app, outdir]));
  const output = await run(program, ['apps.py', pairs], { cwd: folder, env: { CDK_OUTDIR: join(folder, 'cdk.out') }, seconds: 300 });
  const results = output.split('\n').filter((line) => line.startsWith('result ')).map((line) => JSON.parse(line.slice('result '.length)) as Result);
  return apps.map(({ example, app, outdir }) => {
    const { seconds, failure } = results.find((result) => result.app === app) ?? { seconds: 0, failure: 'the process ended before it' };
    return { example, outdir, seconds, failure: failure ?? undefined };
  });
}

/** All are called app.py, which is one module: under names of their own they are checked together, and the CDK is read once. */
async function checkTypes({ folder, tell }: Workshop, examples: readonly Example[], program: string): Promise<void> {
  const modules = join(folder, 'modules');
  for (const { intent, folder: from } of examples) cpSync(join(from, 'app.py'), join(modules, `${intent.replaceAll('-', '_')}.py`));
  await run(program, ['-m', 'mypy', '--strict', modules], { cwd: folder, seconds: 600 });
  tell('mypy --strict has no complaint');
}
