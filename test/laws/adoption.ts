import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import * as ts from 'typescript';
import { EmbeddedCognito, serveCognito, type CognitoServer, type OmissionMode, type Seed } from '../../local/cognito';
import { LocalDeployment, type DeploymentResult, type Template } from '../../local/deployment';
import { UserPoolSettings } from '../../src';
import { runCli, type CliRun } from '../support/cli';
import { writesOf } from '../support/in-process-port';

/** What is printed, and what makes an app of it that leaves its assembly in a folder. */
export interface Format {
  readonly args: readonly string[];
  synthesize(printed: string, userPoolId: string, outdir: string): void;
}

/** One existing pool, and the way from it to code and back. */
export class Adoption {
  public static async begin(omission: OmissionMode, seed: Seed): Promise<Adoption> {
    const cognito = new EmbeddedCognito({ omission });
    const userPoolId = cognito.seed(seed);
    return new Adoption(cognito, userPoolId, await serveCognito(cognito), mkdtempSync(join(tmpdir(), 'adoption-')));
  }

  private constructor(
    public readonly cognito: EmbeddedCognito, public readonly userPoolId: string,
    private readonly server: CognitoServer, private readonly folder: string,
  ) {}

  public async import(...args: readonly string[]): Promise<CliRun> {
    return runCli(['import', '--user-pool-id', this.userPoolId, ...args], { url: this.server.url });
  }

  /** Where the app is synthesized to. */
  public get outdir(): string {
    const outdir = join(this.folder, 'cdk.out');
    mkdirSync(outdir, { recursive: true });
    return outdir;
  }

  public async plan(...args: readonly string[]): Promise<CliRun> {
    return runCli(['plan', '--app', this.outdir, '--no-cloudformation', ...args], { url: this.server.url });
  }

  /** By the shipped Lambda. */
  public async deploy(): Promise<DeploymentResult> {
    const deployment = await LocalDeployment.start({ cognitoUrl: this.server.url, stackName: 'Auth', assetsDir: this.outdir });
    try {
      return await deployment.deploy(templateIn(this.outdir));
    } finally {
      await deployment.close();
    }
  }

  public get writes(): number {
    return writesOf(this.cognito).length;
  }

  public async end(): Promise<void> {
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function templateIn(outdir: string): Template {
  return jest.requireActual<Template>(join(outdir, 'Auth.template.json'));
}

/** Runs a program as `cdk synth` does. */
export function runProgram(code: string, outdir: string): void {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const load = (name: string): unknown => name === 'cdk-cognito-user-pool-settings' ? jest.requireActual('../../src') : jest.requireActual(name);
  const former = process.env.CDK_OUTDIR;
  process.env.CDK_OUTDIR = outdir;
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- to run what was generated is what this is for
    (new Function('require', 'exports', outputText) as (require: typeof load, exports: object) => void)(load, {});
  } finally {
    if (former === undefined) delete process.env.CDK_OUTDIR;
    else process.env.CDK_OUTDIR = former;
  }
}

const ofDocument = (...args: readonly string[]): Format => ({
  args,
  synthesize: (document, userPoolId, outdir) => {
    const path = join(outdir, `document.${args.includes('cli-yaml') ? 'yaml' : 'json'}`);
    writeFileSync(path, document);
    const app = new App({ outdir, analyticsReporting: false });
    const stack = new Stack(app, 'Auth', { env: { account: '123456789012', region: 'us-east-1' } });
    UserPoolSettings.fromCliInput(stack, 'Settings', { userPool: UserPool.fromUserPoolId(stack, 'UserPool', userPoolId), path });
    app.synth();
  },
});

export const FORMATS: readonly (readonly [title: string, format: Format])[] = [
  ['TypeScript', { args: ['--format', 'typescript'], synthesize: (code, _, outdir) => runProgram(code, outdir) }],
  ['a JSON document for update-user-pool', ofDocument('--format', 'cli-json')],
  ['a YAML document for update-user-pool', ofDocument('--format', 'cli-yaml')],
  ['a JSON document for set-user-pool-mfa-config', ofDocument('--format', 'cli-json', '--operation', 'set-user-pool-mfa-config')],
  ['a YAML document for set-user-pool-mfa-config', ofDocument('--format', 'cli-yaml', '--operation', 'set-user-pool-mfa-config')],
];
