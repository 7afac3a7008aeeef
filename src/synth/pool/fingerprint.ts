import { createHash } from 'node:crypto';
import { Lazy, Stack, type IResolvable } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';
import { inOrder } from './in-order';
import { isIntrinsic } from './intrinsics';
import { poolResource, propertiesOf } from './pool-resource';
import { isObject, type Json } from '../../core/wire/json';

/**
 * What differs whenever CloudFormation writes the pool, on the way forth and on the way back: its update may reset what is
 * set by API (H24). A digest of the pool's template, and what the deployment puts into it.
 */
export function fingerprintOf(scope: IConstruct, userPool: IUserPool): IResolvable | undefined {
  const resource = poolResource(userPool);
  if (!resource) return undefined;
  const stack = Stack.of(resource);
  return Lazy.any({
    produce: () => {
      const properties = propertiesOf(resource);
      const tags = stack.resolve(stack.tags.tagValues()) as Json;
      // Another stack's values would have to be exported for this alone.
      const values = Stack.of(scope) === stack ? intrinsicsIn(properties) : [];
      return [digest([properties, tags]), ...values];
    },
  });
}

/** What stands for the same value is named once, in one order, and what no deployment changes not at all. */
function intrinsicsIn(value: Json): Json[] {
  const found = new Map(intrinsics(value).map((each) => [JSON.stringify(inOrder(each)), each]));
  return [...found].sort(([one], [other]) => one < other ? -1 : 1).map(([, each]) => each).filter(isChangeable);
}

/** Whether it has anything else than text and pseudo parameters in it. */
function isChangeable(value: Json): boolean {
  if (typeof value === 'string') return /\$\{(?!AWS::|!)/.test(value);
  if (Array.isArray(value)) return value.some((item: Json) => isChangeable(item));
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, inner]) => {
    if (name === 'Ref') return !String(inner).startsWith('AWS::');
    return (name.startsWith('Fn::') && !PURE.includes(name)) || isChangeable(inner);
  });
}
/** Functions that look at nothing but what they are given; another one may bring anything, also one that is younger than this. */
const PURE = ['Fn::Base64', 'Fn::Join', 'Fn::Length', 'Fn::Select', 'Fn::Split', 'Fn::Sub', 'Fn::ToJsonString'];

function intrinsics(value: Json): Json[] {
  if (isIntrinsic(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((inner: Json) => intrinsics(inner)) : [];
}

function digest(value: Json): string {
  return createHash('sha256').update(JSON.stringify(inOrder(value))).digest('hex').slice(0, 16);
}
