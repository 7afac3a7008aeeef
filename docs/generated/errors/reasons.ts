import type { Row } from './row';

/** Where a setting cannot be put back: behind `cannot be put back`, or behind `RESTORE_PREVIOUS could not be kept for`. */
export const REASONS: readonly Row[] = [
  {
    of: 'it goes with the whole of',
    cause: 'The member is set and taken off together with its neighbours',
    remedy: 'Clear the structure that is named',
  },
  {
    of: 'it would make one: clear that',
    cause: 'Clearing a part of what the pool may not have would create the rest of it',
    remedy: 'Clear the structure that is named, or declare a value',
  },
  {
    of: 'are AWS\'s own',
    cause: 'Tags with that prefix are written by AWS',
    remedy: 'Leave them out',
  },
  {
    of: 'no proven way to take the SMS configuration off a pool',
    cause: 'Nobody has shown a request that does it ([H20](behaviour.md))',
    remedy: 'Declare `smsConfiguration` in a `UserPoolSettings` of its own with `onRemoval: RETAIN`',
  },
  {
    of: 'it is the same setting as smsAuthenticationMessage',
    cause: 'One setting under two names',
    remedy: 'Clear `smsAuthenticationMessage`',
  },
  {
    of: 'a PasswordPolicy is always sent whole',
    cause: 'The service fills a partial policy with defaults of its own ([H9](behaviour.md))',
    remedy: 'Declare the values that you want; each member of the policy can be cleared by itself',
  },
  {
    of: 'it is another name of Policies.PasswordPolicy.TemporaryPasswordValidityDays',
    cause: 'One setting under two names',
    remedy: 'Clear `policies.passwordPolicy.temporaryPasswordValidity`',
  },
  { of: 'a pool always has a name', cause: 'A name can be changed, not taken off', remedy: 'Declare `poolName`' },
  { of: 'a pool always has a plan', cause: 'A plan can be changed, not taken off', remedy: 'Declare `userPoolTier`' },
  {
    of: 'the function may use what is declared, not what was there before',
    cause: 'The pool had a role or a key before that is not declared here, so the function may not hand it back to Cognito',
    remedy: 'Declare this setting in a `UserPoolSettings` of its own with `onRemoval: RETAIN`',
  },
  {
    of: 'the second factors, since Cognito does not tell whether SMS was one of them',
    cause: 'The API reports SMS settings whether or not SMS is a factor ([H3](behaviour.md))',
    remedy: 'Declare MFA and its factors in a `UserPoolSettings` of its own with `onRemoval: RETAIN`',
  },
];
