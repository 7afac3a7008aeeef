import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import { UPDATE_USER_POOL } from '../core/ledger/ledger';
import type { Structure } from '../core/ledger/member';
import { propName } from '../core/ledger/prop-path';
import type { LambdaConfig } from '../options';

/** Lets Cognito invoke the declared functions; what is returned has to exist before the triggers are attached. */
export function allowInvocation(scope: Construct, userPoolArn: string, lambdaConfig: LambdaConfig = {}): IConstruct[] {
  return functionsOf(lambdaConfig).flatMap(([trigger, lambdaFunction]) => {
    const id = `Allow${trigger}`;
    lambdaFunction.addPermission(id, { scope, principal: new ServicePrincipal('cognito-idp.amazonaws.com'), sourceArn: userPoolArn });
    // An imported function of another account cannot be given a permission from here, as CDK warns by itself.
    return scope.node.tryFindChild(id) ?? [];
  });
}

/** Each function once: a permission holds for all triggers of the pool that call it. */
function functionsOf(lambdaConfig: LambdaConfig): [string, IFunction][] {
  const { members } = UPDATE_USER_POOL.members.LambdaConfig as Structure;
  const found = Object.entries(members).flatMap(([name, member]): [string, IFunction][] => {
    if (member.kind !== 'structure' && member.prop?.as !== 'functionArn') return [];
    const given = (lambdaConfig as Record<string, unknown>)[propName(name, member)];
    const lambdaFunction = member.kind === 'structure' ? (given as { lambdaFunction?: IFunction } | undefined)?.lambdaFunction : given;
    return lambdaFunction ? [[name, lambdaFunction as IFunction]] : [];
  });
  return found.filter(([, lambdaFunction], index) => found.findIndex(([, other]) => other === lambdaFunction) === index);
}
