import { object, omit, type JsonObject } from './json';
import { normalSettings } from './normal-form';
import { afterOmission } from './omission';
import { canSendMfaBySms, ON_UPDATE_USER_POOL, refuseByFirst } from './refusals';
import { factorsOf, hasFactor, type MfaState, type PoolState } from './state';
import { poolOf, regionOf, store, viewOf, type Api } from './world';

export const updateUserPool: Api = (world, request) => {
  const pool = poolOf(world, request);
  const settings = afterOmission(world.omission, pool.settings, normalSettings(request), request);
  const next: PoolState = { ...pool, settings, mfa: mfaAfter(pool, settings) };
  refuseByFirst(ON_UPDATE_USER_POOL, { request, current: viewOf(pool), next: viewOf(next), region: regionOf(pool.id) });
  store(world, next, request.PoolName === undefined ? {} : { Name: request.PoolName });
  return {};
};

const FACTOR_BLOCKS = new Set(['SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration']);

/** UpdateUserPool has no word for factors (H4), yet OFF ends them, and SMS comes and goes with its configuration (H3, H6). */
function mfaAfter({ settings: before, mfa }: PoolState, settings: JsonObject): MfaState {
  if ((settings.MfaConfiguration ?? 'OFF') === 'OFF') return { smsFactor: false, blocks: omit(mfa.blocks, FACTOR_BLOCKS) };
  if (mfa.smsFactor) return { ...mfa, smsFactor: Object.keys(object(settings.SmsConfiguration)).length > 0 };
  const turnedOn = (before.MfaConfiguration ?? 'OFF') === 'OFF' && !hasFactor(factorsOf(mfa));
  return { ...mfa, smsFactor: turnedOn && canSendMfaBySms(settings) };
}
