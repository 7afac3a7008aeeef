import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudAssembly, type CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import type { DeploymentResult, Template, TemplateResource } from '../../../local/deployment';
import { LocalApp } from '../../support/local-app';

const IDENTITY = 'INTEG_SES_IDENTITY_ARN';
const SANDBOX = require.resolve('../../support/sandbox.js');
const MODULES = join(__dirname, '..', '..', '..', 'node_modules');

const outputs: string[] = [];
export const removeOutputs = () => outputs.splice(0).forEach((output) => rmSync(output, { recursive: true }));

/** As integ-runner does it: the file is run, and says in `integ.json` what there is to deploy. */
export function synthesize(file: string, identity?: string): CloudAssembly {
  const outdir = mkdtempSync(join(tmpdir(), 'integ-'));
  outputs.push(outdir);
  const former = { ...process.env };
  process.env.CDK_OUTDIR = outdir;
  delete process.env[IDENTITY];
  if (identity !== undefined) process.env[IDENTITY] = identity;
  try {
    jest.isolateModules(() => jest.requireActual(file));
  } finally {
    process.env = former;
  }
  return new CloudAssembly(outdir);
}

/** The checks without those that ask for more than user pools, which the embedded Cognito does not have: signing up. */
export function withoutUsers(template: Template): Template {
  const isAsking = ([, { Properties }]: [string, TemplateResource]) => Properties?.api === 'signUp';
  const calls = Object.entries(template.Resources).filter(isAsking).map(([id]) => id);
  const isOf = (call: string, id: string, part: unknown) => id === call || JSON.stringify(part).includes(`"${call}"`);
  const isLeft = ([id, part]: [string, unknown]) => !calls.some((call) => isOf(call, id, part));
  const left = <T>(parts: Readonly<Record<string, T>> = {}) => Object.fromEntries(Object.entries(parts).filter(isLeft));
  return { ...template, Resources: left(template.Resources), Outputs: left(template.Outputs) };
}

export interface Deployed {
  readonly result: DeploymentResult;
  readonly outputs: Readonly<Record<string, string>>;
  destroy(): Promise<DeploymentResult>;
}

/** The stacks of an integration test on this machine: the shipped Lambda, and CDK's own functions with the AWS SDK. */
export class LocalRun {
  public static async of(assembly: CloudAssembly): Promise<LocalRun> {
    return new LocalRun(assembly, await LocalApp.start({ iam: 'enforced' }));
  }

  private readonly imports: Record<string, string> = {};

  private constructor(private readonly assembly: CloudAssembly, private readonly app: LocalApp) {}

  public async deploy(stack: CloudFormationStackArtifact, template = stack.template as Template): Promise<Deployed> {
    const deployment = await this.app.start({
      stackName: stack.stackName,
      assetsDir: this.assembly.directory,
      imports: this.imports,
      environment: { NODE_PATH: MODULES, NODE_OPTIONS: `--require ${JSON.stringify(SANDBOX)}` },
    });
    const result = await deployment.deploy(template);
    for (const [id, output] of Object.entries(template.Outputs ?? {})) {
      const { Export } = output as { Export?: { Name: string } };
      if (Export) this.imports[Export.Name] = deployment.outputs[id];
    }
    return { result, outputs: deployment.outputs, destroy: async () => deployment.destroy() };
  }

  /** How many pools there were, and how many went. */
  public get pools(): { readonly made: number; readonly deleted: number } {
    const count = (action: string) => this.app.cognito.requests.filter((request) => request.action === action).length;
    return { made: count('CreateUserPool'), deleted: count('DeleteUserPool') };
  }
}
