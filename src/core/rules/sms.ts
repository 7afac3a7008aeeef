import type { Rule } from './rule';

const oneSender = (id: string, sms: string): Rule => ({
  id,
  reads: [`${sms}.SnsCallerArn`, `${sms}.EumsSms`],
  asksPresence: [`${sms}.SnsCallerArn`, `${sms}.EumsSms`],
  check: (sns, eums) => sns && eums !== undefined ? 'is declared beside eumsSms: a pool sends SMS by one of the two, declare one' : undefined,
});

export const SMS: readonly Rule[] = [
  oneSender('one-sms-sender', 'SmsConfiguration'),
  oneSender('one-mfa-sms-sender', 'SmsMfaConfiguration.SmsConfiguration'),
  {
    id: 'some-sms-sender',
    reads: ['SmsConfiguration', 'SmsConfiguration.SnsCallerArn', 'SmsConfiguration.EumsSms'],
    check: (sms, sns, eums) => sms !== undefined && !sns && eums === undefined
      ? 'has no role to send by: declare smsConfiguration.snsCaller or smsConfiguration.eumsSms'
      : undefined,
  },
  {
    id: 'end-user-messaging-in-the-pools-region',
    reads: ['SmsConfiguration.EumsSms.Region', 'UserPoolId'],
    check: (region, userPoolId) => region !== undefined && !String(userPoolId).startsWith(`${String(region)}_`)
      ? 'must be the Region of the user pool, or be left out'
      : undefined,
  },
];
