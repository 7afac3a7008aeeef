import { CfnResource, Stack } from 'aws-cdk-lib';
import { isObject, type Json, type JsonObject } from '../../core/wire/json';

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
    const found = namesIn(templateOf(resource));
    const result = found.includes(goal) || found.some(stands);
    known.set(id, result);
    return result;
  }
}

const idOf = (resource: CfnResource) => String(Stack.of(resource).resolve(resource.logicalId));

function templateOf(resource: CfnResource): Json {
  const { Resources } = JSON.parse(JSON.stringify(Stack.of(resource).resolve(resource._toCloudFormation()))) as { Resources?: JsonObject };
  return Resources ?? {};
}

/** Whatever may be the name of a resource in a template. */
function namesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => namesIn(item));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    switch (name) {
      case 'Ref': return [String(inner)];
      case 'DependsOn': return [inner].flat().map(String);
      case 'Fn::GetAtt': return [String(Array.isArray(inner) ? inner[0] : inner).split('.')[0]];
      case 'Fn::Sub': return [...namesInText([inner].flat()[0] as Json), ...namesIn(inner)];
      default: return namesIn(inner);
    }
  });
}

function namesInText(text: Json): string[] {
  return [...String(text).matchAll(/\$\{([^!.}]+)/g)].map(([, name]) => name);
}
