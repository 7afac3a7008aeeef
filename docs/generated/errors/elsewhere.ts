import type { ForeignRow } from './row';

/** Texts of CloudFormation, IAM, AWS Lambda and Cognito that a deployment of this library can end in. */
export const FOREIGN: readonly ForeignRow[] = [
  {
    text: 'Received response status [FAILED] from custom resource. Message returned: …',
    cause: 'The function said no. The message is one of those above, `RequestId` at its end is `requestId` in the log',
    remedy: 'Search this page for the message',
  },
  {
    text: 'CloudFormation did not receive a response from your Custom Resource',
    cause: 'No reply came in time. The function answers before its own end whatever Cognito does, so it did not run, died, or could not reach Amazon S3 with its reply',
    remedy: 'Look into the log for the run: no lines at all, `Task timed out`, or `CloudFormation did not take the reply`',
  },
  {
    text: 'Custom Resource failed to stabilize in expected time',
    cause: 'The same, in older words',
    remedy: 'As above',
  },
  {
    text: 'Response object is too long',
    cause: 'A reply above 4,096 bytes. The function cuts its replies to that',
    remedy: 'Report it',
  },
  {
    text: 'Modifying service token is not allowed',
    cause: 'The function behind the resource was replaced, for example by an override of its name',
    remedy: 'Take the override back: the function has no name of its own so that it never has to be replaced',
  },
  {
    text: 'Maximum policy size of 10240 bytes exceeded for role',
    cause: 'Ids and ARNs that only the deployment knows made the policies larger than synth could count',
    remedy: 'Spread the pools over several stacks',
  },
  {
    text: 'environment variables you have provided exceeded the 4KB limit',
    cause: 'The same of the table of who declares what',
    remedy: 'Spread the pools over several stacks',
  },
  {
    text: 'UnreservedConcurrentExecution below its minimum value',
    cause: '`concurrency` takes more of the account\'s concurrency than may be reserved',
    remedy: 'Leave `concurrency` out, or have the account\'s limit raised',
  },
  {
    text: 'Task timed out after … seconds',
    cause: 'In the log: AWS Lambda ended the function before it had ended itself',
    remedy: 'Report it with the lines of the run. AWS Lambda tries the event again by itself, which does no harm',
  },
  {
    text: 'UPDATE_ROLLBACK_FAILED',
    cause: 'A run of the rollback failed too, for example since permissions are gone or Cognito cannot be reached',
    remedy: 'Mend that, then `aws cloudformation continue-update-rollback`; [when a stack is stuck](operating.md#when-a-stack-is-stuck)',
  },
  {
    text: 'DELETE_FAILED',
    cause: 'The function could not take back what has to be taken back: no permission any more, or no way to Cognito',
    remedy: 'Mend that and delete again, or retain the resource; [when a stack is stuck](operating.md#when-a-stack-is-stuck)',
  },
];
