import { CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import { UserPoolOperation, type IUserPool, type LambdaVersion } from 'aws-cdk-lib/aws-cognito';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction, IVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import { UPDATE_USER_POOL } from '../../core/ledger/ledger';
import type { Member, Structure } from '../../core/ledger/member';
import { propName } from '../../core/ledger/prop-path';
import type { JsonObject } from '../../core/wire/json';
import { isSame } from '../../core/wire/path';
import type { LambdaConfig } from '../../options';
import { poolArn } from '../pool/pool-resource';
import { render, type Misfit } from '../render/render';
import { declaredPaths } from '../writers/declarers';

export const COGNITO = 'cognito-idp.amazonaws.com';
export const { members: TRIGGERS } = UPDATE_USER_POOL.members.LambdaConfig as Structure;

interface Trigger {
  readonly name: string;
  readonly lambdaFunction: IFunction;
}

/** `$LATEST` cannot be allowed to be invoked: the function itself can, and is the same. */
export function checkTriggers(lambdaConfig: LambdaConfig = {}): Misfit[] {
  return Object.entries(TRIGGERS).flatMap(([name, member]) => {
    const lambdaFunction = functionOf(lambdaConfig, name, member);
    const isLatest = lambdaFunction !== undefined && (lambdaFunction as Partial<IVersion>).version === '$LATEST';
    return isLatest ? [{ prop: `lambdaConfig.${propName(name, member)}`, sentence: 'is the latest version, which nobody can be allowed to invoke: give the function itself' }] : [];
  });
}

export interface AddedTrigger {
  readonly lambdaConfig: LambdaConfig;
  readonly settings: JsonObject;
  readonly misfits: readonly Misfit[];
}

/** A function for an operation of the pool, in the words of CDK's own `addTrigger`, beside what is declared already. */
export function renderTrigger(declared: JsonObject, operation: UserPoolOperation, lambdaFunction: IFunction, version?: LambdaVersion): AddedTrigger {
  const option = triggerOption(operation, lambdaFunction, version);
  if ('prop' in option) return { lambdaConfig: {}, settings: {}, misfits: [option] };
  const { settings, misfits } = render(option);
  const isTaken = declaredPaths(settings).some((path) => declaredPaths(declared).some((other) => isSame(path, other)));
  const taken = isTaken ? [{ prop: `lambdaConfig.${operation.operationName}`, sentence: 'has a function here already: an operation has one' }] : [];
  return { ...option, settings, misfits: [...misfits, ...checkTriggers(option.lambdaConfig), ...taken] };
}

function triggerOption(
  operation: UserPoolOperation, lambdaFunction: IFunction, lambdaVersion?: LambdaVersion,
): { readonly lambdaConfig: LambdaConfig } | Misfit {
  const { operationName: prop } = operation;
  const found = Object.entries(TRIGGERS).find(([name, member]) => isTrigger(member) && propName(name, member) === prop);
  if (!found) return { prop: `lambdaConfig.${prop}`, sentence: `is no trigger: the triggers are ${triggerProps().join(', ')}` };
  const isVersioned = found[1].kind === 'structure';
  if (!isVersioned && lambdaVersion !== undefined && String(lambdaVersion) !== 'V1_0') {
    return { prop: `lambdaConfig.${prop}`, sentence: 'has one version of its event, V1_0: for more use UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG' };
  }
  return { lambdaConfig: { [prop]: isVersioned ? { lambdaFunction, lambdaVersion: lambdaVersion ?? 'V1_0' } : lambdaFunction } };
}

function triggerProps(): string[] {
  return Object.entries(TRIGGERS).filter(([, member]) => isTrigger(member)).map(([name, member]) => propName(name, member));
}

/** The stack that makes a function; of one that is imported, none does. */
export function stackOf(lambdaFunction: IFunction): Stack | undefined {
  const targets = Tokenization.reverseString(lambdaFunction.functionArn).tokens
    .flatMap((token) => Reference.isReference(token) ? [token.target] : []);
  const resource = targets.find((target) => CfnResource.isCfnResource(target));
  return resource && Stack.of(resource);
}

export interface TriggerElsewhere {
  readonly operation: UserPoolOperation;
  readonly lambdaFunction: IFunction;
  readonly lambdaVersion?: LambdaVersion;
}

export interface TriggersByStack {
  readonly here?: LambdaConfig;
  readonly elsewhere: readonly TriggerElsewhere[];
}

/** The triggers whose functions this stack makes or nobody, and those of other stacks. */
export function byStack(lambdaConfig: LambdaConfig | undefined, stack: Stack): TriggersByStack {
  if (!lambdaConfig) return { elsewhere: [] };
  const elsewhere = Object.entries(TRIGGERS).flatMap(([name, member]): TriggerElsewhere[] => {
    const lambdaFunction = functionOf(lambdaConfig, name, member);
    if (!lambdaFunction || (stackOf(lambdaFunction) ?? stack) === stack) return [];
    const given = lambdaConfig[propName(name, member) as keyof LambdaConfig];
    const { lambdaVersion } = (member.kind === 'structure' ? given : {}) as { lambdaVersion?: LambdaVersion };
    return [{ operation: UserPoolOperation.of(propName(name, member)), lambdaFunction, lambdaVersion }];
  });
  const gone = new Set(elsewhere.map(({ operation }) => operation.operationName));
  const here = Object.entries(lambdaConfig).filter(([prop]) => !gone.has(prop));
  return { ...here.length > 0 && { here: Object.fromEntries(here) }, elsewhere };
}

/** Lets Cognito invoke the declared functions; what is returned has to exist before the triggers are attached. */
export function allowInvocation(scope: Construct, userPool: IUserPool, triggers: readonly Trigger[]): IConstruct[] {
  return triggers.flatMap(({ name, lambdaFunction }) => {
    const id = `Allow${name}`;
    lambdaFunction.addPermission(id, {
      scope,
      principal: new ServicePrincipal(COGNITO),
      sourceArn: poolArn(scope, userPool),
      sourceAccount: userPool.env.account,
    });
    // An imported function of another account cannot be given a permission from here, as CDK warns by itself.
    return scope.node.tryFindChild(id) ?? [];
  });
}

/** Each function once, if it is not among those that may be invoked already: a permission holds for all triggers of the pool. */
export function triggersIn(lambdaConfig: LambdaConfig = {}, known: ReadonlySet<IFunction> = new Set()): Trigger[] {
  const found = Object.entries(TRIGGERS).flatMap(([name, member]): Trigger[] => {
    const lambdaFunction = functionOf(lambdaConfig, name, member);
    return lambdaFunction && !known.has(lambdaFunction) ? [{ name, lambdaFunction }] : [];
  });
  return found.filter(({ lambdaFunction }, index) => found.findIndex((other) => other.lambdaFunction === lambdaFunction) === index);
}

function isTrigger(member: Member): boolean {
  return member.kind === 'structure' || member.prop?.as === 'functionArn';
}

export function functionOf(lambdaConfig: LambdaConfig, name: string, member: Member): IFunction | undefined {
  if (!isTrigger(member)) return undefined;
  const given = (lambdaConfig as Record<string, unknown>)[propName(name, member)];
  return (member.kind === 'structure' ? (given as { lambdaFunction?: IFunction } | undefined)?.lambdaFunction : given) as IFunction | undefined;
}
