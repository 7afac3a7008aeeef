import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Settings } from './synth';
import { UserPools } from '../../local/cloudformation';
import { EmbeddedCognito, serveCognito, type EmbeddedCognitoOptions } from '../../local/cognito';
import { LocalDeployment, type DeploymentResult, type LocalDeploymentOptions, type Template } from '../../local/deployment';
import { UserPoolSettings } from '../../src';

export interface LocalAppOptions extends Partial<Omit<LocalDeploymentOptions, 'assetsDir' | 'handlerFile'>> {
  readonly cognito?: EmbeddedCognitoOptions;
  /**
   * Whether the Lambda is denied what its role does not allow at the time of the call, or that is only recorded. Between
   * them stands a function that somebody has allowed to pass every role: many a test has a pool with a role nobody declares.
   * @default enforcedButPassRole
   */
  readonly iam?: 'enforced' | 'enforcedButPassRole' | 'recorded';
}

export type Build = (stack: Stack) => void;
type Start = (options: Partial<LocalDeploymentOptions>) => Promise<LocalDeployment>;

/**
 * A CDK app on this machine: each deployment synthesizes it anew and runs the shipped handler in its own process. The
 * pools of the app are pools of its Cognito.
 */
export class LocalApp {
  public static async start(
    { cognito: cognitoOptions, iam = 'enforcedButPassRole', ...options }: LocalAppOptions = {},
  ): Promise<LocalApp> {
    const cognito = new EmbeddedCognito(cognitoOptions);
    const deployments: LocalDeployment[] = [];
    const server = await serveCognito(cognito, {
      authorize: (accessKeyId, permission) => {
        const [denial] = deployments.flatMap(({ permissions }) => permissions.authorize(accessKeyId, permission) ?? []);
        const isEnforced = iam === 'enforced' || (iam === 'enforcedButPassRole' && permission.action !== 'iam:PassRole');
        return isEnforced ? denial : undefined;
      },
    });
    const outdir = mkdtempSync(join(tmpdir(), 'cdk.out-'));
    opened.push(async () => {
      await server.close();
      rmSync(outdir, { recursive: true, force: true });
    });
    const start: Start = async (more) => {
      const resources = { 'AWS::Cognito::UserPool': new UserPools(cognito), ...more.resources };
      const deployment = await LocalDeployment.start({ cognitoUrl: server.url, stackName: 'App', ...more, resources });
      deployments.push(deployment);
      opened.push(async () => deployment.close());
      return deployment;
    };
    return new LocalApp(cognito, await start({ ...options, assetsDir: outdir }), outdir, start, options.region ?? 'us-east-1');
  }

  private constructor(
    public readonly cognito: EmbeddedCognito, public readonly deployment: LocalDeployment,
    /** Where the app is synthesized to. */
    public readonly outdir: string,
    /** A second stack on the same Cognito. */
    public readonly start: Start,
    private readonly region: string,
  ) {}

  /** One `UserPoolSettings` for a pool that is imported by its id; `more` adds to the stack. */
  public async deploy(
    userPoolId: string, settings: Settings | ((stack: Stack) => Settings), parameters: Readonly<Record<string, string>> = {}, more?: Build,
  ): Promise<DeploymentResult> {
    return this.deployStack((stack) => {
      declare(stack, userPoolId, settings);
      more?.(stack);
    }, parameters);
  }

  /** Whatever is built into the stack. The log of calls begins anew. */
  public async deployStack(build: Build, parameters: Readonly<Record<string, string>> = {}): Promise<DeploymentResult> {
    this.cognito.clearRequests();
    return this.deployment.deploy(this.synthesize(build), parameters);
  }

  public async destroy(): Promise<DeploymentResult> {
    this.cognito.clearRequests();
    return this.deployment.destroy();
  }

  public synthesize(build: Build): Template {
    const app = new App({ outdir: this.outdir, analyticsReporting: false });
    build(new Stack(app, 'App', { env: { account: '123456789012', region: this.region } }));
    return app.synth().getStackByName('App').template as Template;
  }

  /** The actions that were called since the last deployment began, also those that failed. */
  public get calls(): string[] {
    return this.cognito.requests.map(({ action }) => action);
  }

  public get writes(): string[] {
    return this.calls.filter((action) => !/^(Describe|Get)/.test(action));
  }

  /** The attribute, by way of an output. */
  public get changedPaths(): string | undefined {
    return this.deployment.outputs.ChangedPaths;
  }
}

/** Settings of a pool that is imported by its id, with the changed paths as an output. */
export function declare(stack: Stack, userPoolId: string, settings: Settings | ((stack: Stack) => Settings)): UserPoolSettings {
  const construct = new UserPoolSettings(stack, 'Settings', {
    userPool: UserPool.fromUserPoolId(stack, 'Pool', userPoolId),
    ...(typeof settings === 'function' ? settings(stack) : settings),
  });
  new CfnOutput(stack, 'ChangedPaths', { value: construct.changedPaths });
  return construct;
}

const opened: (() => Promise<void>)[] = [];

/** Ends every process and server that was started, for `afterEach` or `afterAll`. */
export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}
