/** Words that stand within the longer texts of the tables, by a piece of each. */
export const PARTS: readonly string[] = [
  'check the endpoint, the proxy, and',
  'an empty body',
  'JSON that is not of Cognito',
  'a body that is not JSON',
  'what the resource has by default goes with',
  'the second factors',
  'the options are …',
  ', in whole seconds',
  ' of another construct',
  'the key of the pool',
  'a JSON document is one object',
  '(an error once all placeholders are filled in or taken out)',
  'has no value, which is null',
  'is a map',
  'is a list',
  'a text that begins with',
  'write it in double quotes',
  'there is no such file from',
  'the system says',
];

/** Texts that are no message: what resources are described as, and why a finding of cdk-nag is accepted. */
export const NO_MESSAGES: readonly string[] = [
  'Changes the settings of the user pools that this stack declares settings for',
  'Changes settings of Amazon Cognito user pools and loses none of the others',
  'MFA is required: the Custom::CognitoUserPoolSettings',
  'AWS Lambda manages the network interfaces',
  'Lets the user pool send SMS through Amazon SNS',
  'Amazon SNS sends to phone numbers',
];
