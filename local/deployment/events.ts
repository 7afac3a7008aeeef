type Verb = 'CREATE' | 'UPDATE' | 'DELETE';

export type ResourceStatus = `${Verb}_${'IN_PROGRESS' | 'COMPLETE' | 'FAILED'}` | 'DELETE_SKIPPED';

/** Where a stack may come to rest. */
export type StackStatus =
  | 'CREATE_COMPLETE' | 'UPDATE_COMPLETE' | 'DELETE_COMPLETE' | 'DELETE_FAILED'
  | 'ROLLBACK_COMPLETE' | 'ROLLBACK_FAILED' | 'UPDATE_ROLLBACK_COMPLETE' | 'UPDATE_ROLLBACK_FAILED';

/** The steps between, which a stack's own events show. */
export type StackProgress =
  | `${Verb}_IN_PROGRESS` | 'ROLLBACK_IN_PROGRESS' | 'UPDATE_ROLLBACK_IN_PROGRESS'
  | 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS' | 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS';

export const STACK_TYPE = 'AWS::CloudFormation::Stack';

/** One line of what `aws cloudformation describe-stack-events` shows. */
export interface StackEvent {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId?: string;
  readonly status: ResourceStatus | StackStatus | StackProgress;
  readonly reason?: string;
}

export interface DeploymentResult {
  readonly status: StackStatus;
  /** Why it failed, in the words of the resource that failed first. */
  readonly reason?: string;
  readonly events: readonly StackEvent[];
}
