import type { Rule } from './rule';

const oneSender = (id: string, sms: string): Rule => ({
  id,
  reads: [`${sms}.SnsCallerArn`, `${sms}.EumsSms`],
  says: 'SMS are sent by Amazon SNS or by End User Messaging, not by both.',
  evidence: 'documented (R11)',
  check: (sns, eums) => sns && eums !== undefined ? 'is declared beside eumsSms: a pool sends SMS by one of the two, declare one' : undefined,
});

export const SMS: readonly Rule[] = [
  oneSender('one-sms-sender', 'SmsConfiguration'),
  oneSender('one-mfa-sms-sender', 'SmsMfaConfiguration.SmsConfiguration'),
  {
    id: 'some-sms-sender',
    reads: ['SmsConfiguration', 'SmsConfiguration.SnsCallerArn', 'SmsConfiguration.EumsSms'],
    says: 'An SMS configuration has a role to send by.',
    evidence: 'documented (H12, R11)',
    check: (sms, sns, eums) => sms !== undefined && !sns && eums === undefined
      ? 'has no role to send by: declare smsConfiguration.snsCaller or smsConfiguration.eumsSms'
      : undefined,
  },
  {
    id: 'end-user-messaging-in-the-pools-region',
    reads: ['SmsConfiguration.EumsSms.Region', 'UserPoolId'],
    says: 'End User Messaging SMS is used in the Region of the pool.',
    evidence: 'documented (R11)',
    check: (region, userPoolId) => region !== undefined && !String(userPoolId).startsWith(`${String(region)}_`)
      ? 'must be the Region of the user pool, or be left out'
      : undefined,
  },
];
