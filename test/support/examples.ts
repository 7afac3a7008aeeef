import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalApp } from './local-app';
import type { DeploymentResult, Template } from '../../local/deployment';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** What a folder of examples is for, such as `harden-an-imported-pool`. */
export const INTENTS = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** The imported pool of the examples. */
export const EXAMPLE_POOL = 'us-east-1_Example1';

/** Runs the example as `cdk synth` does; once in a test file, since an app is a script that runs when it is loaded. */
export function synthesizeExample(intent: string, outdir: string, app = 'app'): Template {
  const former = process.env.CDK_OUTDIR;
  process.env.CDK_OUTDIR = outdir;
  try {
    jest.requireActual(join(EXAMPLES, intent, 'typescript', app));
  } finally {
    if (former === undefined) delete process.env.CDK_OUTDIR;
    else process.env.CDK_OUTDIR = former;
  }
  const [template, ...others] = readdirSync(outdir).filter((name) => name.endsWith('.template.json'));
  if (!template || others.length > 0) throw new Error(`${intent} has to have one stack, got ${[template, ...others].join(', ')}`);
  return JSON.parse(readFileSync(join(outdir, template), 'utf8')) as Template;
}

/** The example, deployed on this machine by the shipped handler. */
export async function deployExample(app: LocalApp, intent: string): Promise<DeploymentResult> {
  app.cognito.clearRequests();
  return app.deployment.deploy(synthesizeExample(intent, app.outdir));
}
