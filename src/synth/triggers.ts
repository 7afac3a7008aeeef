import { Stack, Token } from 'aws-cdk-lib';
import type { IUserPool, LambdaVersion, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import { declaredPaths } from './declarers';
import { warn } from './findings';
import { render, type Misfit } from './render';
import { UPDATE_USER_POOL } from '../core/ledger/ledger';
import type { Member, Structure } from '../core/ledger/member';
import { propName } from '../core/ledger/prop-path';
import type { JsonObject } from '../core/wire/json';
import { isSame } from '../core/wire/path';
import type { LambdaConfig } from '../options';

const COGNITO = 'cognito-idp.amazonaws.com';
const { members: TRIGGERS } = UPDATE_USER_POOL.members.LambdaConfig as Structure;
const SENDERS = ['CustomSMSSender', 'CustomEmailSender'];

interface Trigger {
  readonly name: string;
  readonly lambdaFunction: IFunction;
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
  return { ...option, settings, misfits: [...misfits, ...taken] };
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

/** Lets Cognito invoke the declared functions; what is returned has to exist before the triggers are attached. */
export function allowInvocation(scope: Construct, userPool: IUserPool, triggers: readonly Trigger[]): IConstruct[] {
  return triggers.flatMap(({ name, lambdaFunction }) => {
    const id = `Allow${name}`;
    lambdaFunction.addPermission(id, {
      scope,
      principal: new ServicePrincipal(COGNITO),
      sourceArn: userPool.userPoolArn,
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

/**
 * Codes and temporary passwords come to the senders encrypted: Cognito needs a grant on the key, and the functions must be
 * able to decrypt.
 */
export function allowSenders(scope: Construct, userPool: IUserPool, lambdaConfig: LambdaConfig, kmsKey: LambdaConfig['kmsKey']): void {
  if (!kmsKey) return;
  const senders = SENDERS.flatMap((name) => functionOf(lambdaConfig, name, TRIGGERS[name]) ?? []);
  for (const sender of new Set(senders)) {
    if (sender.role) kmsKey.grantDecrypt(sender);
    else warn(scope, 'sender-decrypt', `${sender.node.path} is imported without its role: let the function kms:Decrypt with lambdaConfig.kmsKey`);
  }
  if (!lambdaConfig.kmsKey) return;
  const { statementAdded } = kmsKey.addToResourcePolicy(new PolicyStatement({
    principals: [new ServicePrincipal(COGNITO)],
    actions: ['kms:CreateGrant'],
    resources: ['*'], // in the policy of a key: the key
    conditions: { StringEquals: { 'aws:SourceAccount': userPool.env.account }, ArnLike: { 'aws:SourceArn': sourceOf(scope, userPool) } },
  }));
  if (statementAdded) return;
  warn(scope, 'sender-key-policy', `lambdaConfig.kmsKey is a key whose policy this app cannot change: let it allow ${COGNITO} kms:CreateGrant, `
    + 'or Cognito cannot encrypt what the custom senders get');
}

/** A key whose policy named a pool of the app would have to be made after what the key itself encrypts. */
function sourceOf(scope: IConstruct, userPool: IUserPool): string {
  if (!Token.isUnresolved(userPool.userPoolId)) return userPool.userPoolArn;
  const { account, region } = userPool.env;
  return Stack.of(scope).formatArn({ service: 'cognito-idp', resource: 'userpool', resourceName: '*', account, region });
}

function isTrigger(member: Member): boolean {
  return member.kind === 'structure' || member.prop?.as === 'functionArn';
}

function functionOf(lambdaConfig: LambdaConfig, name: string, member: Member): IFunction | undefined {
  if (!isTrigger(member)) return undefined;
  const given = (lambdaConfig as Record<string, unknown>)[propName(name, member)];
  return (member.kind === 'structure' ? (given as { lambdaFunction?: IFunction } | undefined)?.lambdaFunction : given) as IFunction | undefined;
}
