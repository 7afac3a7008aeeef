import type { Row } from './row';

/** Thrown or told while the app is synthesized: nothing was deployed. */
export const SYNTH_ERRORS: readonly Row[] = [
  {
    of: 'cannot be declared like this',
    cause: 'One or more props of the construct are wrong. Each line below it has one. Lines with an API member in brackets come from [rules.md](rules.md), the others are in this table',
    remedy: 'Correct every line; all that is certain is told at once',
  },
  {
    of: 'cannot be read: …',
    cause: 'The document of `fromCliInput` is not where its path says, or may not be read',
    remedy: 'Give the path from the working directory of the app, or an absolute one such as `join(__dirname, ...)`',
  },
  {
    of: 'the path of the document of',
    cause: 'The path is a token, and the document is read at synth',
    remedy: 'Give it as text',
  },
  {
    of: 'is no option of this version',
    cause: 'The prop is misspelt, or younger than this version. Compilers tell before; JavaScript and casts do not',
    remedy: 'Take one of the names that follow, or declare the member in `additionalSettings`',
  },
  {
    of: 'import one by its from...Arn method',
    cause: 'A text, such as an ARN, stands where a construct belongs',
    remedy: 'Pass a construct: `Function.fromFunctionArn`, `Role.fromRoleArn`, `Key.fromKeyArn`',
  },
  {
    of: 'must be the key itself, or an alias that this app makes',
    cause: 'The key is an alias imported by name, and nothing here tells the ARN of its key',
    remedy: 'Import the key by `Key.fromKeyArn`',
  },
  {
    of: 'the API counts in whole days',
    cause: 'The duration is not a whole number of days',
    remedy: 'Give `Duration.days(n)`',
  },
  {
    of: 'is the latest version, which nobody can be allowed to invoke',
    cause: 'The trigger is `fn.latestVersion`, `$LATEST`, for which AWS Lambda takes no permission',
    remedy: 'Give the function itself, an alias, or a numbered version',
  },
  {
    of: 'has a function here already',
    cause: '`addTrigger` for an operation that has a function in this construct',
    remedy: 'Keep one of the two: an operation of a pool has one function',
  },
  {
    of: 'is no trigger: the triggers are',
    cause: '`addTrigger` got an operation that no member of `LambdaConfig` has',
    remedy: 'Take one of the names that follow; a younger one goes into `additionalSettings`, with a permission of your own',
  },
  {
    of: 'has one version of its event, V1_0',
    cause: 'A version of the event was given for an operation that has only one',
    remedy: 'Leave it out, or use `UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG`',
  },
  {
    of: 'has a prop of its own in this version',
    cause: '`additionalSettings` has a member that a prop declares, often after an upgrade of this library',
    remedy: 'Move the member to its prop, where it is typed and checked',
  },
  {
    of: 'is a name that CDK loses on its way into a template: set',
    cause: 'A tag, or a key in `additionalSettings`, has the name `__proto__`, which CDK leaves out of templates without a word',
    remedy: 'Take another name, or set it by the API',
  },
  {
    of: 'must be known at synth: name each setting as text',
    cause: '`clear` has a token',
    remedy: 'Write the names of the settings into the code',
  },
  {
    of: 'names no setting',
    cause: 'A name in `clear` is not the path of a prop',
    remedy: 'Take one of the names that follow, such as `lambdaConfig.preSignUp`',
  },
  {
    of: 'is declared as well: leave out one of the two',
    cause: 'A setting stands in `clear` and is declared by the same construct',
    remedy: 'Leave out one of the two',
  },
  {
    of: 'cannot be put back to the default: …',
    cause: 'No request of the API puts the setting back, or not by itself; the reason follows, see [reasons](#why-a-setting-cannot-be-put-back)',
    remedy: 'Do what the reason says, or declare the value that you want',
  },
  {
    of: 'as onRemoval RESET_TO_DEFAULT asks',
    cause: 'The same, of a setting that is declared with `onRemoval: RESET_TO_DEFAULT`: it is said before it is set',
    remedy: 'Declare that setting in a `UserPoolSettings` of its own with `onRemoval: RETAIN`',
  },
  {
    of: 'RESTORE_PREVIOUS has nothing to restore',
    cause: '`ManagedUserPool` makes the pool: there was nothing before',
    remedy: 'Use `RESET_TO_DEFAULT`, or `RETAIN`',
  },
  {
    of: 'makes the role that smsConfiguration has already',
    cause: '`enableSmsRole` beside `snsCaller` or `eumsSms`',
    remedy: 'Give one of the two',
  },
  {
    of: 'say otherwise: say it in one place',
    cause: 'The pool is of this app, and its own resource has another value: CloudFormation would write one, the function the other',
    remedy: 'Keep one of the two. What CDK\'s `UserPool` says by default goes with `addPropertyDeletionOverride` of the property named',
  },
  {
    of: ' both declare ',
    cause: 'Two constructs of the app declare or clear one setting of one pool',
    remedy: 'Declare it in one of them',
  },
  {
    of: 'too many for one function',
    cause: 'The table of who declares what, an environment variable of the function, would be too long',
    remedy: 'Spread the pools over several stacks',
  },
  {
    of: 'the permissions of the function take at least',
    cause: 'The inline policies of the function\'s role would be larger than IAM takes',
    remedy: 'Spread the pools over several stacks',
  },
  {
    of: 'is there already: give its options before',
    cause: '`UserPoolSettingsProvider.getOrCreate` got options after the first construct of the stack had made the function, or twice',
    remedy: 'Call it with options once, before the first `UserPoolSettings` of the stack',
  },
  {
    of: 'is no option: the options are',
    cause: 'An option of the provider is misspelt',
    remedy: 'Take one of the names that follow',
  },
  {
    of: 'timeout must be from 30 seconds to 15 minutes',
    cause: 'The provider\'s `timeout` is none that AWS Lambda takes, or too short for a run',
    remedy: 'Give whole seconds from 30 to 900',
  },
  {
    of: 'must be a whole number from',
    cause: '`concurrency` or `memorySize` of the provider is out of range',
    remedy: 'Give a number in the range named',
  },
  {
    of: 'is given without vpc',
    cause: '`vpcSubnets` or `securityGroups` of the provider without `vpc`',
    remedy: 'Give the VPC too, or leave them out',
  },
  {
    of: 'endpointUrl must be a plain http or https URL',
    cause: '`endpointUrl` of the provider has a user, a query or a fragment, or is no URL. It is not repeated, since it may hold a password',
    remedy: 'Give scheme, host, and port or path if needed',
  },
  {
    of: 'is no pack: the packs are',
    cause: '`packs` of `UserPoolControls` has an unknown word',
    remedy: 'Take one of the names that follow',
  },
  {
    of: 'is no control: the controls are',
    cause: '`exclude` of `UserPoolControls` names a control that does not exist',
    remedy: 'Take one of the ids that follow, or those in [controls.md](controls.md)',
  },
];

/** Annotations: the app is synthesized all the same. */
export const WARNINGS: readonly Row[] = [
  {
    of: 'is made by another stack',
    cause: 'The pool is made by another stack of the app. When that stack is deployed alone, CloudFormation may reset what is declared here, and nothing of this library runs',
    remedy: 'Declare the settings in the stack of the pool. Otherwise deploy this stack after the other one, with `reapply: Reapply.EVERY_DEPLOYMENT`, and acknowledge the warning',
  },
  {
    of: 'smsMfaConfiguration makes SMS a factor',
    cause: 'SMS is a second factor here, and the pool\'s own resource has no `SmsConfiguration`: an update by CloudFormation leaves the sender out',
    remedy: 'Give the pool itself the role that sends',
  },
  {
    of: 'has no role that this app can change',
    cause: 'A custom sender is imported: nobody here can let it decrypt what Cognito sends it',
    remedy: 'Let the function\'s role `kms:Decrypt` with the key, where that role is made; then acknowledge the warning',
  },
  {
    of: 'is a key whose policy this app cannot change',
    cause: 'The key of the custom senders is imported',
    remedy: 'Let its key policy allow `cognito-idp.amazonaws.com` `kms:CreateGrant`; then acknowledge the warning',
  },
];
