import { RemovalPolicy } from 'aws-cdk-lib';
import { UserPool, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId, PhysicalResourceIdReference,
} from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { JsonObject } from '../../../src/core/wire/json';

const SERVICE = 'CognitoIdentityServiceProvider';
const ACTIONS = ['CreateUserPool', 'DeleteUserPool', 'SetUserPoolMfaConfig', 'TagResource'];

export interface PoolBesideProps {
  /** The request of `CreateUserPool`, but for the name. */
  readonly settings?: JsonObject;
  /** The request of `SetUserPoolMfaConfig`, but for the id. @default - it is not called */
  readonly mfa?: JsonObject;
}

/**
 * A pool that no CloudFormation writes, made and deleted by API with the stack: as imported pools are. What it is to have
 * before others write it, these have to depend on.
 */
export class PoolBeside extends Construct {
  public readonly userPool: IUserPool;

  constructor(scope: Construct, id: string, { settings = {}, mfa }: PoolBesideProps = {}) {
    super(scope, id);
    const policy = AwsCustomResourcePolicy.fromStatements([new PolicyStatement({
      actions: ACTIONS.map((action) => `cognito-idp:${action}`),
      resources: ['*'],
    })]);
    const shared = { policy, installLatestAwsSdk: false, removalPolicy: RemovalPolicy.DESTROY };
    const created = new AwsCustomResource(this, 'Created', {
      ...shared,
      onCreate: {
        service: SERVICE,
        action: 'createUserPool',
        parameters: { PoolName: this.node.path.replace(/[^\w-]/g, '-'), ...settings },
        physicalResourceId: PhysicalResourceId.fromResponse('UserPool.Id'),
        outputPaths: ['UserPool.Id'],
      },
      onDelete: { service: SERVICE, action: 'deleteUserPool', parameters: { UserPoolId: new PhysicalResourceIdReference() } },
    });
    const userPoolId = created.getResponseField('UserPool.Id');
    this.userPool = UserPool.fromUserPoolId(this, 'Imported', userPoolId);
    if (mfa) {
      new AwsCustomResource(this, 'Factors', {
        ...shared,
        onCreate: {
          service: SERVICE,
          action: 'setUserPoolMfaConfig',
          parameters: { UserPoolId: userPoolId, ...mfa },
          physicalResourceId: PhysicalResourceId.of('Factors'),
          outputPaths: ['MfaConfiguration'],
        },
      });
    }
  }
}
