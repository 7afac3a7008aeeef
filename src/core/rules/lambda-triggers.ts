import type { Rule } from './rule';

const needsKey = (sender: string, prop: string): Rule => ({
  id: `${sender}-sender-needs-key`,
  reads: [`LambdaConfig.${prop}`, 'LambdaConfig.KMSKeyID'],
  says: `A custom ${sender} sender needs a KMS key, which encrypts the codes that it sends.`,
  evidence: 'tools of the field refuse it beforehand (H11, R6)',
  check: (lambdaFunction, key) => lambdaFunction !== undefined && key === undefined
    ? 'needs a key to encrypt the codes with: declare lambdaConfig.kmsKey'
    : undefined,
});

export const LAMBDA_TRIGGERS: readonly Rule[] = [needsKey('sms', 'CustomSMSSender'), needsKey('email', 'CustomEmailSender')];
