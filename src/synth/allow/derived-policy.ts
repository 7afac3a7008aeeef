import type { IResolveContext } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** A policy that follows from what is declared: until synthesis nobody knows all of that. */
export class DerivedPolicy extends PolicyDocument {
  constructor(private readonly derive: () => PolicyStatement[]) {
    super();
  }

  public override get isEmpty(): boolean {
    return false;
  }

  public override resolve(context: IResolveContext): unknown {
    return this.derived().resolve(context);
  }

  public override toJSON(): unknown {
    return this.derived().toJSON();
  }

  /** Pools that are allowed the same share a statement: a role has room for some ten thousand characters. */
  private derived(): PolicyDocument {
    return new PolicyDocument({ minimize: true, statements: this.derive() });
  }
}
