import { CognitoRefusal, NetworkFault } from './errors';

const CALLER = 'arn:aws:sts::123456789012:assumed-role/caller/session';

/** The faults that `ScriptedFault.fault` takes. */
export const fault = {
  throttling: () => new CognitoRefusal('TooManyRequestsException', 'Rate exceeded', 400),
  internalError: () => new CognitoRefusal('InternalErrorException', 'Something went wrong', 500),
  /** H22, the words of serverless#6524. */
  concurrentModification: () => new CognitoRefusal('ConcurrentModificationException',
    'Only one request to update this UserPool can be processed at a time'),
  /** H23 */
  accessDenied: (action: string) => new CognitoRefusal('AccessDeniedException',
    `User: ${CALLER} is not authorized to perform: ${action}`),
  passRoleDenied: (roleArn: string) => new CognitoRefusal('AccessDeniedException',
    `User: ${CALLER} is not authorized to perform: iam:PassRole on resource: ${roleArn}`),
  /** H20: what a role that was created a moment ago meets. */
  smsRoleNotTrusting: () => new CognitoRefusal('InvalidSmsRoleTrustRelationshipException',
    'Role does not have a trust relationship allowing Cognito to assume the role'),
  smsRoleNotPermitted: () => new CognitoRefusal('InvalidSmsRoleAccessPolicyException',
    'Role does not have permission to publish with SNS'),
  refusal: (code: string, message: string, status = 400) => new CognitoRefusal(code, message, status),
  /** The connection breaks before the service does anything. */
  reset: () => new NetworkFault('reset', false),
  /** The connection breaks when the work is done: the caller cannot know. */
  lostReply: () => new NetworkFault('reset', true),
  /** No answer, ever; over HTTP until the server is closed or the caller gives up. */
  silence: () => new NetworkFault('silence', false),
  /** The work is done and no answer comes. */
  silenceAfterwards: () => new NetworkFault('silence', true),
  /** A proxy's page, with an error's status or, as captive portals do, with 200. */
  html: (status = 502) => new NetworkFault('answer', false, {
    status,
    contentType: 'text/html',
    body: '<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>',
  }),
  notJson: (status = 200) => new NetworkFault('answer', false, {
    status,
    contentType: 'application/x-amz-json-1.1',
    body: '{"UserPool":',
  }),
} as const;
