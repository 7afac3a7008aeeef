import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokePermissions } from './invoke-permissions';
import { LocalApp, type LocalAppOptions } from './local-app';
import type { Seed } from '../../local/cognito';
import type { DeploymentResult, Template } from '../../local/deployment';
import { again } from '../../local/try/again';

export const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** What a folder of examples is for, such as `harden-an-imported-pool`. */
export const INTENTS = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** The imported pool of the examples. */
export const EXAMPLE_POOL = 'us-east-1_Example1';

/** Runs the example as `cdk synth` does. */
export function synthesizeExample(intent: string, outdir: string, app = 'app'): Template {
  cpSync(outputOf(join(EXAMPLES, intent, 'typescript', app)), outdir, { recursive: true });
  const [template, ...others] = readdirSync(outdir).filter((name) => name.endsWith('.template.json'));
  if (!template || others.length > 0) throw new Error(`${intent} has to have one stack, got ${[template, ...others].join(', ')}`);
  return JSON.parse(readFileSync(join(outdir, template), 'utf8')) as Template;
}

/** The example, deployed on this machine by the shipped handler. */
export async function deployExample(app: LocalApp, intent: string): Promise<DeploymentResult> {
  app.cognito.clearRequests();
  return app.deployment.deploy(synthesizeExample(intent, app.outdir));
}

/** The same once more. CloudFormation would call nobody where nothing changed: here the Lambda has to look by itself. */
export async function deployExampleAgain(app: LocalApp, intent: string): Promise<DeploymentResult> {
  app.cognito.clearRequests();
  return app.deployment.deploy(again(synthesizeExample(intent, app.outdir)));
}

/** A Cognito that has the imported pool, and the part that AWS Lambda has in its triggers. */
export async function startWithPool(
  seed: Seed, options: LocalAppOptions = {},
): Promise<{ readonly app: LocalApp; readonly invocable: InvokePermissions }> {
  const started: { app?: LocalApp } = {};
  const invocable = new InvokePermissions(() => started.app?.cognito);
  const app = await LocalApp.start({
    iam: 'enforced', resources: invocable.models, onEvent: (event) => invocable.onEvent(event), ...options,
  });
  started.app = app;
  app.cognito.seed({ ...seed, userPoolId: EXAMPLE_POOL });
  // Only pools that CloudFormation made are watched by themselves.
  const type = 'AWS::Cognito::UserPool';
  invocable.onEvent({ logicalId: 'Imported', type, physicalId: EXAMPLE_POOL, status: 'CREATE_COMPLETE' });
  return { app, invocable };
}

const outputs = new Map<string, string>();
afterAll(() => outputs.forEach((output) => rmSync(output, { recursive: true, force: true })));

/** An app is a script that runs when it is loaded, which is once in a test file. */
function outputOf(file: string): string {
  const existing = outputs.get(file);
  if (existing !== undefined) return existing;
  const output = mkdtempSync(join(tmpdir(), 'cdk.out-'));
  outputs.set(file, output);
  const former = process.env.CDK_OUTDIR;
  process.env.CDK_OUTDIR = output;
  try {
    jest.requireActual(file);
  } finally {
    if (former === undefined) delete process.env.CDK_OUTDIR;
    else process.env.CDK_OUTDIR = former;
  }
  return output;
}
