import { canonical } from './canonical';
import type { Live } from './live';
import { settingsOf } from './settings-of';
import { withoutSharedSms } from './shared-sms';
import { foldTwins } from './twins';
import { UPDATE_USER_POOL } from '../ledger/ledger';
import { pick, type JsonObject } from '../wire/json';

/** A pool as it was at one moment: its settings in the requests' shape, each under one name, without those nobody set. */
export interface Capture {
  readonly pool: JsonObject;
  readonly mfa: JsonObject;
}

export function captureOf({ pool, mfa = {} }: Live): Capture {
  const settings = foldTwins(settingsOf(pool));
  return {
    pool: pick(settings, (name) => canonical(settings[name], UPDATE_USER_POOL.members[name]) !== undefined),
    mfa: withoutSharedSms(mfa),
  };
}
