import type { Rule } from './rule';

const needsKey = (sender: string, prop: string): Rule => ({
  id: `${sender}-sender-needs-key`,
  reads: [`LambdaConfig.${prop}`, 'LambdaConfig.KMSKeyID'],
  check: (lambdaFunction, key) => lambdaFunction !== undefined && key === undefined
    ? 'needs a key to encrypt the codes with: declare lambdaConfig.kmsKey'
    : undefined,
});

export const LAMBDA_TRIGGERS: readonly Rule[] = [needsKey('sms', 'CustomSMSSender'), needsKey('email', 'CustomEmailSender')];
