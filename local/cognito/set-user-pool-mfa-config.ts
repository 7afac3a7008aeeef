import { mfaConfigOf } from './get-user-pool-mfa-config';
import { compact, isObject, object, omit, type JsonObject } from './json';
import { ON_SET_USER_POOL_MFA_CONFIG, refuseByFirst } from './refusals';
import type { MfaState, PoolState } from './state';
import { poolOf, regionOf, store, viewOf, type Api } from './world';

/** H2: whatever the request leaves out is off. */
export const setUserPoolMfaConfig: Api = (world, request) => {
  const pool = poolOf(world, request);
  const next = { ...pool, settings: settingsAfter(pool, request), mfa: mfaAfter(request) };
  refuseByFirst(ON_SET_USER_POOL_MFA_CONFIG, { request, current: viewOf(pool), next: viewOf(next), region: regionOf(pool.id) });
  store(world, next);
  return mfaConfigOf(next);
};

/** The SMS settings belong to both APIs. Without a block they stay (H3); a block replaces its message, as any object does. */
function settingsAfter({ settings }: PoolState, request: JsonObject): JsonObject {
  const sms = request.SmsMfaConfiguration;
  return compact({
    ...settings,
    MfaConfiguration: request.MfaConfiguration ?? 'OFF',
    ...(isObject(sms) && {
      SmsConfiguration: sms.SmsConfiguration ?? settings.SmsConfiguration,
      SmsAuthenticationMessage: sms.SmsAuthenticationMessage,
    }),
  });
}

const NO_BLOCKS = new Set(['UserPoolId', 'MfaConfiguration', 'SmsMfaConfiguration']);
const SMS_SETTINGS = new Set(['SmsConfiguration', 'SmsAuthenticationMessage']);

function mfaAfter(request: JsonObject): MfaState {
  const unknownSmsMembers = omit(object(request.SmsMfaConfiguration), SMS_SETTINGS);
  return {
    smsFactor: request.SmsMfaConfiguration !== undefined,
    blocks: compact({
      ...omit(request, NO_BLOCKS),
      SmsMfaConfiguration: Object.keys(unknownSmsMembers).length > 0 ? unknownSmsMembers : undefined,
    }),
  };
}
