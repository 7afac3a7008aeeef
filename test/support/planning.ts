import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { runCli, type CliRun } from './cli';
import { serveCloudFormation, Stacks, type CloudFormationServer, type ServingOptions } from '../../local/cloudformation-api';
import { serveCognito, type EmbeddedCognito, type CognitoServer } from '../../local/cognito';
import type { Json, JsonObject } from '../../src/core/wire/json';

export interface PlannedChange {
  readonly path: string;
  readonly action: 'add' | 'update' | 'remove';
  readonly before?: Json;
  readonly after?: Json;
  readonly beforeKnown?: false;
  readonly afterKnown?: false;
}

export interface PlannedCall {
  readonly action: string;
  readonly members: readonly string[];
  readonly meanwhile: readonly { readonly path: string; readonly value?: Json }[];
  readonly isCertain: boolean;
}

export interface PlannedConstruct {
  readonly path: string;
  readonly logicalId: string;
  readonly userPoolId: string | null;
  readonly event: string;
  readonly outcome: string;
  readonly changes: readonly PlannedChange[];
  readonly kept: number | null;
  readonly calls: readonly PlannedCall[];
  readonly refusal: string | null;
  readonly failure: string | null;
  readonly findings: readonly { readonly rule: string; readonly path: string; readonly sentence: string }[];
  readonly unknown: readonly { readonly path: string; readonly expression: string }[];
  readonly notes: readonly string[];
}

export interface PlanJson {
  readonly stacks: readonly {
    readonly id: string;
    readonly name: string;
    readonly isDeployed: boolean | null;
    readonly constructs: readonly PlannedConstruct[];
  }[];
  readonly summary: JsonObject;
}

/** The services of a machine without AWS, and the tool before them. */
export class Planning {
  public static async start(cognito: EmbeddedCognito, stacks = new Stacks(), options: ServingOptions = {}): Promise<Planning> {
    return new Planning(cognito, stacks, await serveCognito(cognito), await serveCloudFormation(stacks, options));
  }

  private constructor(
    public readonly cognito: EmbeddedCognito, public readonly stacks: Stacks,
    private readonly server: CognitoServer, public readonly cloudFormation: CloudFormationServer,
  ) {}

  /** Runs the tool. It reads and nothing else, whatever it is asked. */
  public async run(args: readonly string[]): Promise<CliRun> {
    this.cognito.clearRequests();
    const run = await runCli(args, {
      environment: {
        AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: this.server.url,
        AWS_ENDPOINT_URL_CLOUDFORMATION: this.cloudFormation.url,
        AWS_REGION: 'us-east-1',
      },
    });
    const actions = this.cognito.requests.map(({ action }) => action);
    expect(actions.filter((action) => !/^(DescribeUserPool|GetUserPoolMfaConfig)$/.test(action))).toEqual([]);
    const asked = this.cloudFormation.actions;
    expect(asked.filter((action) => !/^(DescribeStacks|GetTemplate|ListStackResources|ListExports)$/.test(action))).toEqual([]);
    return run;
  }

  public async plan(outdir: string, ...args: string[]): Promise<{ readonly code: number; readonly json: PlanJson; readonly stderr: string }> {
    const { code, stdout, stderr } = await this.run(['plan', '--json', '-a', outdir, ...args]);
    if (stdout === '') throw new Error(stderr);
    return { code, json: JSON.parse(stdout) as PlanJson, stderr };
  }

  public async close(): Promise<void> {
    await this.server.close();
    await this.cloudFormation.close();
  }
}

export function constructsIn({ stacks }: PlanJson): PlannedConstruct[] {
  return stacks.flatMap(({ constructs }) => constructs);
}

/** An app, synthesized into a folder of its own. */
export function synthesized(build: (app: App) => void): string {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk.out-'));
  folders.push(outdir);
  const app = new App({ outdir, analyticsReporting: false });
  build(app);
  app.synth();
  return outdir;
}

const folders: string[] = [];

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
