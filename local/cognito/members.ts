import { memberNamesOf } from './validation';

const updatable = memberNamesOf('UpdateUserPoolRequest');

/** Read with DescribeUserPool and not written by UpdateUserPool (H15). */
export const FACTS: ReadonlySet<string> = new Set(memberNamesOf('UserPoolType').filter((member) => !updatable.includes(member)));

/** Of a request that writes settings: what is no setting. A fact that is sent along is ignored like any unknown member. */
export const NOT_SETTINGS: ReadonlySet<string> = new Set(['UserPoolId', 'PoolName', 'Schema', ...FACTS]);

/** H13/R8: the names of VerificationMessageTemplate's members from before there was a template. */
export const LEGACY_MESSAGES: ReadonlyMap<string, string> = new Map([
  ['SmsVerificationMessage', 'SmsMessage'],
  ['EmailVerificationMessage', 'EmailMessage'],
  ['EmailVerificationSubject', 'EmailSubject'],
]);
