import { equal } from './canonical';
import { SMS } from './factors';
import { merge } from './merge';
import { UPDATE_USER_POOL } from '../ledger/ledger';
import { rowOf } from '../ledger/walk';
import { Problem } from '../problem';
import { isObject, pick, type JsonObject } from '../wire/json';
import { memberOf, valueAt } from '../wire/path';

/** What SMS as a factor shares with the pool; SetUserPoolMfaConfig writes both. */
export const SHARED_SMS: readonly string[] = ['SmsConfiguration', 'SmsAuthenticationMessage'];

/** SmsMfaConfiguration carries two members that are the pool's own: there they are merged, read and compared. */
export function withSharedSms(declared: JsonObject): JsonObject {
  return SHARED_SMS.reduce((all, name) => {
    const [own, inFactor, row] = [memberOf(declared, name), valueAt(declared, [SMS, name]), rowOf(UPDATE_USER_POOL, name)];
    if (inFactor === undefined) return all;
    const both = merge(own, inFactor, row);
    if (own !== undefined && !equal(both, merge(inFactor, own, row))) {
      throw new Problem(`${name} and ${SMS}.${name} are one setting and are declared with different values: declare one of them`);
    }
    return { ...all, [name]: both };
  }, declared);
}

/** Second factors without what is the pool's to say. */
export function withoutSharedSms(mfa: JsonObject): JsonObject {
  const sms = memberOf(mfa, SMS);
  return isObject(sms) ? { ...mfa, [SMS]: pick(sms, (name) => !SHARED_SMS.includes(name)) } : mfa;
}
