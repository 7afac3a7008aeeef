import { checked } from './support';
import { parsePath } from '../../src/core/wire/path';
import { inApiWords } from '../../src/documents/api-words';
import { EXAMPLES } from '../core/rules/examples';

test.each<[at: string, prose: string, told: string]>([
  ['VerificationMessageTemplate.EmailMessage', 'is beside emailMessageByLink', 'is beside EmailMessageByLink'],
  ['EmailMfaConfiguration', 'declare emailConfiguration with emailSendingAccount', 'declare EmailConfiguration with EmailSendingAccount'],
  ['EmailMfaConfiguration', 'add VERIFIED_PHONE_NUMBER, or use ADMIN_ONLY', 'add verified_phone_number, or use admin_only'],
  ['KeyConfiguration.KeyType', 'is CUSTOMER_MANAGED_KEY: declare keyConfiguration.kmsKey', 'is CUSTOMER_MANAGED_KEY: declare KeyConfiguration.KmsKeyArn'],
  ['LambdaConfig.CustomSMSSender', 'declare lambdaConfig.kmsKey', 'declare LambdaConfig.KMSKeyID'],
  ['DcrConfiguration', 'declare dcrConfiguration.enabled', 'declare DcrConfiguration.EnableStatus'],
  ['SmsConfiguration.ExternalId', 'the role of `snsCaller`', 'the role of `SnsCallerArn`'],
  ['SmsConfiguration.EumsSms.ExternalId', 'the role of `caller`', 'the role of `CallerArn`'],
  ['DcrConfiguration.AllowedScopes', 'beside `openid`, `email` and a caller', 'beside `openid`, `email` and a caller'],
  ['AccountRecoverySetting.RecoveryMechanisms[0].Name', 'beside userPoolTier', 'beside UserPoolTier'],
])('of %s: %s', (at, prose, told) => {
  expect(inApiWords(prose, parsePath(at))).toBe(told);
});

test.each(Object.entries(EXAMPLES))('%s: no name of a prop is told to who writes a document', (_rule, { bad }) => {
  const { findings } = checked(JSON.stringify(bad), 'a.json');
  expect(findings.map(({ sentence }) => sentence).filter((sentence) => /\b[a-z]+[A-Z]/.test(sentence))).toEqual([]);
});
