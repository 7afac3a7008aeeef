import { compact, object, type JsonObject } from './json';
import type { PoolState } from './state';
import { poolOf, type Api } from './world';

export const getUserPoolMfaConfig: Api = (world, request) => mfaConfigOf(poolOf(world, request));

/** H3: the SMS block is read whenever the pool can send SMS, whether or not SMS is a factor. */
export function mfaConfigOf({ settings, mfa }: PoolState): JsonObject {
  const { SmsConfiguration, SmsAuthenticationMessage } = settings;
  return compact({
    MfaConfiguration: settings.MfaConfiguration ?? 'OFF',
    ...mfa.blocks,
    SmsMfaConfiguration: SmsConfiguration === undefined ? undefined
      : compact({ ...object(mfa.blocks.SmsMfaConfiguration), SmsAuthenticationMessage, SmsConfiguration }),
  });
}
