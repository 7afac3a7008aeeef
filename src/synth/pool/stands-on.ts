import { CfnResource, Stack } from 'aws-cdk-lib';
import type { JsonObject } from '../../core/wire/json';
import { references } from '../../core/wire/references';

interface Template {
  readonly Resources: Readonly<Record<string, { readonly DependsOn?: string | readonly string[] }>>;
}

/** The resources of a stack of which CloudFormation makes this one first, by all that they refer to and wait for. */
export function standingOn(ground: CfnResource): (resource: CfnResource) => boolean {
  const stack = Stack.of(ground);
  const goal = idOf(ground);
  const resources = new Map(stack.node.findAll().filter((each) => CfnResource.isCfnResource(each))
    .filter((each) => Stack.of(each) === stack).map((each) => [idOf(each), each]));
  const known = new Map<string, boolean>([[goal, true]]);
  return (resource) => stands(idOf(resource));

  function stands(id: string): boolean {
    const resource = resources.get(id);
    const answer = known.get(id);
    if (answer !== undefined || !resource) return answer ?? false;
    // What leads back to itself is no way there.
    known.set(id, false);
    const found = groundOf(resource);
    const result = found.includes(goal) || found.some(stands);
    known.set(id, result);
    return result;
  }
}

const idOf = (resource: CfnResource) => String(Stack.of(resource).resolve(resource.logicalId));

/** What CloudFormation makes before a resource: what it refers to, and what it says that it waits for. */
function groundOf(resource: CfnResource): string[] {
  const template = JSON.parse(JSON.stringify(Stack.of(resource).resolve(resource._toCloudFormation()))) as Partial<Template>;
  const said = Object.values(template.Resources ?? {}).flatMap(({ DependsOn = [] }) => DependsOn);
  return [...references(template as JsonObject), ...said];
}
