import type { DeploymentResult, LocalDeployment, Template } from '../deployment';

/** What CloudFormation remembers of a stack beside what is there. */
export interface Remembered {
  readonly deployment: LocalDeployment;
  readonly template: Template;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Templates may export what they output. */
interface Exporting {
  readonly Outputs?: Readonly<Record<string, { readonly Export?: { readonly Name?: unknown } }>>;
}

/** The stacks of local deployments as CloudFormation would tell of them: the last template that a deployment came to. */
export class Stacks {
  private readonly remembered = new Map<string, Remembered>();

  /** Deploys, and remembers the template if that went well. */
  public async deploy(
    deployment: LocalDeployment, template: Template, parameters: Readonly<Record<string, string>> = {},
  ): Promise<DeploymentResult> {
    const result = await deployment.deploy(template, parameters);
    const { status } = result;
    if (/^(CREATE|UPDATE)_COMPLETE$/.test(status)) this.remembered.set(nameOf(deployment), { deployment, template, parameters });
    if (/^(ROLLBACK|DELETE)_COMPLETE$/.test(status)) this.remembered.delete(nameOf(deployment));
    return result;
  }

  public async destroy(deployment: LocalDeployment): Promise<DeploymentResult> {
    const result = await deployment.destroy();
    if (result.status === 'DELETE_COMPLETE') this.remembered.delete(nameOf(deployment));
    return result;
  }

  /** By its name or its ARN. */
  public find(name: string): Remembered | undefined {
    return [...this.remembered.values()].find(({ deployment }) => [nameOf(deployment), deployment.stackId].includes(name));
  }

  /** What the stacks export, each with its value and the stack. */
  public exports(): { readonly name: string; readonly value: string; readonly stackId: string }[] {
    return [...this.remembered.values()].flatMap(({ deployment, template }) =>
      Object.entries((template as Exporting).Outputs ?? {}).flatMap(([id, { Export }]) => {
        const { stackId, outputs } = deployment;
        return typeof Export?.Name === 'string' ? [{ name: Export.Name, value: outputs[id], stackId }] : [];
      }));
  }
}

export function nameOf({ stackId }: LocalDeployment): string {
  return stackId.split('/')[1];
}
