import { Role, type IRole } from 'aws-cdk-lib/aws-iam';
import { Key, type IKey } from 'aws-cdk-lib/aws-kms';
import { Function, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** The functions, roles and keys that a document names: each once, and found again by its ARN at every synthesis. */
export class Imports extends Construct {
  public lambdaFunction(arn: string): IFunction {
    return this.once(arn, () => Function.fromFunctionArn(this, arn, arn));
  }

  public role(arn: string): IRole {
    return this.once(arn, () => Role.fromRoleArn(this, arn, arn));
  }

  public key(arn: string): IKey {
    return this.once(arn, () => Key.fromKeyArn(this, arn, arn));
  }

  private once<T>(arn: string, make: () => T): T {
    // A slash in an id becomes two hyphens.
    return (this.node.tryFindChild(arn) as T | undefined) ?? make();
  }
}
