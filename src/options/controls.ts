/**
 * A pack of security controls for user pools.
 */
export enum ControlPack {
  /** cdk-nag's AwsSolutions rules: COG1, COG2, COG3, which older versions have, and COG8. */
  AWS_SOLUTIONS = 'AWS_SOLUTIONS',

  /** AWS Security Hub's controls with its own parameters: Cognito.1, Cognito.3, Cognito.4, Cognito.5, Cognito.6. */
  SECURITY_HUB = 'SECURITY_HUB',
}
