import { Stack, Token, type IResolvable, type IResolveContext } from 'aws-cdk-lib';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';
import { propertiesOf } from './pool-resource';
import { valueAt, type Path } from '../../core/wire/path';

/**
 * A text of the pool's own properties, for the template of the stack that the scope is in. A template of another stack needs the token
 * itself, which leads CDK to an export: there it is what the props say, without overrides.
 */
export function propertyOf(scope: IConstruct, resource: CfnUserPool, path: Path): string | undefined {
  const value = Stack.of(resource) === Stack.of(scope)
    ? valueAt(propertiesOf(resource), path)
    : path.reduce<unknown>((above, name) => memberOf(produced(above, resource), name), resource);
  return value === undefined || value === null ? undefined : Token.asString(value);
}

/** The resource's members have the API's names in letters of another case; of a resource they may be those of its class. */
function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const key = [value, Object.getPrototypeOf(value) as object ?? {}].flatMap(Object.getOwnPropertyNames)
    .find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : (value as Record<string, unknown>)[key];
}

/** What a token stands for, with the tokens in it as they are. */
function produced(value: unknown, scope: IConstruct): unknown {
  if (!Token.isUnresolved(value) || typeof (value as Partial<IResolvable>).resolve !== 'function') return value;
  const context: IResolveContext = {
    scope, preparing: false, documentPath: [], registerPostProcessor: () => undefined, resolve: (inner: unknown) => inner,
  };
  return (value as IResolvable).resolve(context);
}
