import { App } from 'aws-cdk-lib';
import { InvokePermissions } from './invoke-permissions';
import { LocalApp, type LocalAppOptions } from './local-app';
import type { EmbeddedCognito } from '../../local/cognito';
import type { DeploymentResult, LiveResource, LocalDeployment, StackEvent, Template } from '../../local/deployment';

/** What happened, in all stacks. */
export interface Happened {
  readonly results: Readonly<Record<string, DeploymentResult>>;
  readonly events: readonly (StackEvent & { readonly stack: string })[];
}

interface Outputs {
  readonly Outputs?: Readonly<Record<string, { readonly Export?: { readonly Name: string } }>>;
}

/** An app of several stacks on this machine: deployed in the order of their dependencies, what one exports another imports. */
export class LocalStacks {
  public static async start({ timeScale = 1 }: Pick<LocalAppOptions, 'timeScale'> = {}): Promise<LocalStacks> {
    const stacks: LocalStacks = new LocalStacks(timeScale);
    stacks.app = await LocalApp.start({ iam: 'enforced', ...stacks.options('App') });
    stacks.deployments.set('App', stacks.app.deployment);
    return stacks;
  }

  public readonly invocable = new InvokePermissions(() => this.app?.cognito);
  private app?: LocalApp;
  private readonly deployments = new Map<string, LocalDeployment>();
  private readonly exports: Record<string, string> = {};
  private templates: [string, Template][] = [];
  private events: Happened['events'] = [];

  private constructor(private readonly timeScale: number) {}

  public get cognito(): EmbeddedCognito {
    return this.app!.cognito;
  }

  /** Synthesizes the app anew and deploys its stacks, until one fails. Stacks that it has no longer stay where they are. */
  public async deploy(build: (app: App) => void): Promise<Happened> {
    const app = new App({ outdir: this.app!.outdir, analyticsReporting: false });
    build(app);
    const young = app.synth().stacks.map(({ stackName, template }): [string, Template] => [stackName, inWorstOrder(template as Template)]);
    this.events = [];
    const results: Record<string, DeploymentResult> = {};
    for (const [name, template] of young) {
      this.refuseLostExports(name, template);
      const deployment = await this.deployment(name);
      results[name] = await deployment.deploy(template);
      if (!/^(CREATE|UPDATE)_COMPLETE$/.test(results[name].status)) break;
      this.templates = [...this.templates.filter(([other]) => other !== name), [name, template]];
      for (const [id, exported] of exportsOf(template)) this.exports[exported] = deployment.outputs[id];
    }
    return { results, events: this.events };
  }

  public async destroy(): Promise<Happened> {
    this.events = [];
    const results: Record<string, DeploymentResult> = {};
    for (const [name] of [...this.templates].reverse()) results[name] = await this.deployments.get(name)!.destroy();
    this.templates = [];
    return { results, events: this.events };
  }

  public resource(stack: string, logicalId: RegExp, type: string): LiveResource {
    const found = this.deployments.get(stack)!.resources.filter((each) => each.type === type && logicalId.test(each.logicalId));
    if (found.length !== 1) throw new Error(`${found.length} resources of type ${type} in ${stack} match ${logicalId}`);
    return found[0];
  }

  public resources(stack: string, type: string): LiveResource[] {
    return this.deployments.get(stack)!.resources.filter((each) => each.type === type);
  }

  private async deployment(name: string): Promise<LocalDeployment> {
    const existing = this.deployments.get(name);
    if (existing) return existing;
    const made = await this.app!.start({ ...this.options(name), assetsDir: this.app!.outdir });
    this.deployments.set(name, made);
    return made;
  }

  private options(stackName: string) {
    return {
      stackName,
      timeScale: this.timeScale,
      imports: this.exports,
      resources: { ...this.invocable.models, 'Test::Fails::Always': { create: () => { throw new Error('this never works'); } } },
      onEvent: (event: StackEvent) => {
        this.events = [...this.events, { ...event, stack: stackName }];
        this.invocable.onEvent(event);
      },
    };
  }

  /** CloudFormation keeps an export as long as a stack imports it. */
  private refuseLostExports(name: string, template: Template): void {
    const former = this.templates.find(([other]) => other === name)?.[1];
    const kept = exportsOf(template).map(([, exported]) => exported);
    const lost = former ? exportsOf(former).map(([, exported]) => exported).filter((exported) => !kept.includes(exported)) : [];
    for (const [other, { Resources }] of this.templates) {
      const used = lost.find((exported) => JSON.stringify(Resources).includes(`{"Fn::ImportValue":"${exported}"}`));
      if (used !== undefined) throw new Error(`Cannot delete export ${used} as it is in use by ${other}.`);
    }
  }
}

const LATE = ['AWS::Lambda::Permission', 'AWS::IAM::Policy'];

/** The order of a template means nothing: what nobody waits for is made last here, and deleted first. */
function inWorstOrder(template: Template): Template {
  const resources = Object.entries(template.Resources);
  const [late, early] = [true, false].map((isLate) => resources.filter(([, { Type }]) => LATE.includes(Type) === isLate));
  return { ...template, Resources: Object.fromEntries([...early, ...late]) };
}

function exportsOf(template: Template): [string, string][] {
  const outputs = Object.entries((template as Outputs).Outputs ?? {});
  return outputs.flatMap(([id, { Export }]): [string, string][] => Export ? [[id, Export.Name]] : []);
}
