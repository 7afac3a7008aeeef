import type { Given } from './given';

const ARN = /arn:[\w-]+:[\w-]+:[\w-]*:\d*:[^\s"',;)\]]+/g;
const POOL_ID = /\b[a-z]{2,}(?:-[a-z]+)+-\d+_[0-9A-Za-z]+\b/g;
const ACCOUNT = /\b\d{12}\b/g;
const NAME = /cdk-cognito-user-pool-settings-probe-[\w-]+/g;

/** Rows are made to be published: whose account they were measured in, and by what, is nobody's business. */
export function hiderOf({ smsExternalId, smsRole, sesIdentity, function: fn, kmsKey }: Given): (text: string) => string {
  const names = [smsRole, sesIdentity, fn, kmsKey].map((arn) => arn?.split(/[:/]/).at(-1));
  const own = [smsExternalId, ...names].filter((text) => text !== undefined && text !== '').map((text) => literally(text!));
  const patterns = [ARN, POOL_ID, NAME, ...own, ACCOUNT];
  return (text) => patterns.reduce((rest, pattern) => rest.replace(pattern, '(hidden)'), text).replace(/\s+/g, ' ').trim();
}

/** As a word: a role may be called sms. */
function literally(text: string): RegExp {
  return new RegExp(`(?<!\\w)${text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}(?!\\w)`, 'g');
}
