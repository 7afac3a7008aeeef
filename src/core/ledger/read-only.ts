/** What DescribeUserPool returns and UpdateUserPool does not take, with the reason: taken off by name, all else is sent back. */
export const READ_ONLY: Readonly<Record<string, string>> = {
  Id: 'the request calls it UserPoolId',
  Arn: 'made by the service',
  Status: 'deprecated, made by the service',
  CreationDate: 'made by the service',
  LastModifiedDate: 'made by the service',
  SchemaAttributes: 'set at creation; additions go through AddCustomAttributes',
  AliasAttributes: 'set at creation',
  UsernameAttributes: 'set at creation',
  UsernameConfiguration: 'set at creation',
  EstimatedNumberOfUsers: 'counted by the service',
  SmsConfigurationFailure: 'diagnosed by the service',
  EmailConfigurationFailure: 'deprecated, diagnosed by the service',
  Domain: 'set by CreateUserPoolDomain and UpdateUserPoolDomain',
  CustomDomain: 'set by CreateUserPoolDomain and UpdateUserPoolDomain',
};
