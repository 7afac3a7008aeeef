/** What DescribeUserPool returns and UpdateUserPool does not take: taken off by name, all else is sent back. */
export const READ_ONLY: ReadonlySet<string> = new Set([
  // Its name in the request is UserPoolId.
  'Id',
  // Made, counted or diagnosed by the service.
  'Arn', 'Status', 'CreationDate', 'LastModifiedDate', 'EstimatedNumberOfUsers', 'SmsConfigurationFailure', 'EmailConfigurationFailure',
  // Set at creation, for good; AddCustomAttributes adds to the schema.
  'SchemaAttributes', 'AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration',
  // Set by CreateUserPoolDomain and UpdateUserPoolDomain.
  'Domain', 'CustomDomain',
]);
