import type { Row } from './row';

/** Refusals of this library: of what is declared, or of what the live pool does not allow. No write was made before them. */
export const REFUSALS: readonly Row[] = [
  {
    of: 'nothing was changed: …',
    cause: 'The settings, laid over the pool as it is, break a rule; each finding has its prop and its API member. [rules.md](rules.md) has the rule',
    remedy: 'Correct what is named, or declare beside it what the pool lacks. The pool is untouched',
  },
  {
    of: 'onRemoval RESTORE_PREVIOUS could not be kept for',
    cause: 'A setting is declared with `RESTORE_PREVIOUS` that could not be put back one day; the reason follows',
    remedy: 'Declare it in a `UserPoolSettings` of its own with `onRemoval: RETAIN`',
  },
  {
    of: 'is too large to capture',
    cause: '`RESTORE_PREVIOUS` keeps the pool\'s settings in a reply to CloudFormation, and these do not fit even when compressed: mostly long message templates',
    remedy: 'Use `RETAIN` or `RESET_TO_DEFAULT`',
  },
  {
    of: 'a captured pool cannot be captured again',
    cause: 'The properties of the `Custom::CognitoUserPoolCapture` were changed, by an override or by hand',
    remedy: 'Take the change back, or give the `UserPoolSettings` another id',
  },
  {
    of: 'onRemoval RESTORE_PREVIOUS without the pool as it was before',
    cause: 'The custom resource was written by hand, or its property `Before` was taken off',
    remedy: 'Let the construct write the resource',
  },
  {
    of: 'onRemoval must be one of',
    cause: 'A token, or a resource that was written by hand, has another word',
    remedy: 'Give a value of the enum `OnRemoval`',
  },
  {
    of: 'MFA that is not OFF needs a second factor',
    cause: '`mfaConfiguration` is declared `OPTIONAL` or `ON`, and neither the declaration nor the pool has a second factor',
    remedy: 'Declare a factor; [mfa.md](mfa.md) has an example of each',
  },
  {
    of: 'MfaConfiguration is OFF while',
    cause: 'Second factors are declared for a pool without MFA',
    remedy: 'Declare `mfaConfiguration` too, or leave the factors out',
  },
  {
    of: 'SMS as a second factor needs a role',
    cause: '`smsMfaConfiguration` for a pool without SMS settings',
    remedy: 'Declare `smsConfiguration`',
  },
  {
    of: 'Cognito does not tell whether SMS is a second factor of this pool',
    cause: 'MFA changes, no factors are declared, and the API reports SMS settings whether or not SMS is a factor: guessing could switch it on or off',
    remedy: 'Declare all factors that the pool shall have beside the change',
  },
  {
    of: 'are one setting under two names',
    cause: 'The older and the newer name of one setting are declared with different values',
    remedy: 'Declare the one that is named',
  },
  {
    of: 'are one setting and are declared with different values',
    cause: '`smsConfiguration` or `smsAuthenticationMessage` differs from the same inside `smsMfaConfiguration`',
    remedy: 'Declare one of them',
  },
  {
    of: 'additionalSettings did not arrive as JSON',
    cause: 'A token in `additionalSettings` resolves to text with a quote or a line break',
    remedy: 'Pass that setting by its prop, or the text without those characters',
  },
  {
    of: 'additionalSettings must be an object',
    cause: '`additionalSettings` is a token that resolves to something else',
    remedy: 'Give an object in the shape of `UpdateUserPool`',
  },
  {
    of: 'must be a whole number',
    cause: 'A parameter or an attribute resolves to text that is no number',
    remedy: 'Correct the value of the parameter',
  },
  {
    of: 'must be true or false',
    cause: 'A parameter or an attribute resolves to text that is neither',
    remedy: 'Correct the value of the parameter',
  },
  {
    of: 'the id of a user pool looks like us-east-1_AbCdEfGhI',
    cause: 'What arrived as the id is none: often a pool\'s name or ARN, or an empty parameter',
    remedy: 'Pass the id to `UserPool.fromUserPoolId`, or import by `fromUserPoolArn`',
  },
  {
    of: 'is no plain http or https URL: correct the endpoint of the provider',
    cause: '`endpointUrl` was a token, or the variable was set by hand',
    remedy: 'Correct the URL. Its text is not repeated, since it may hold a password',
  },
  {
    of: 'the function has no AWS credentials',
    cause: 'The file of the Lambda ran somewhere else than in AWS Lambda',
    remedy: 'Deploy it by the construct',
  },
  {
    of: 'the request is neither Create nor Update nor Delete',
    cause: 'Somebody invoked the function by hand',
    remedy: 'Nothing to do: nothing was changed. To apply settings, deploy',
  },
];
