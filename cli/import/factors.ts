import { SET_USER_POOL_MFA_CONFIG } from '../../src/core/ledger/ledger';
import { enabledFactors, FACTORS, isFactor, liveSms, modeOf, SMS } from '../../src/core/plan/factors';
import { withoutSharedSms } from '../../src/core/plan/shared-sms';
import { pick, type JsonObject } from '../../src/core/wire/json';
import type { Notes } from '../code/draft';
import { nameIn, type Target } from '../code/target';

/** What can be declared of second factors and passkeys as they were read. */
export function declarableMfa(mfa: JsonObject, target: Target, notes: Notes): JsonObject {
  const known = pick(mfa, (name) => Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
  // Without MFA factors mean nothing, and cannot be declared.
  if (modeOf(mfa) === 'OFF') return pick(known, (name) => !isFactor(name));
  // In a program the pool's own members say what SMS as a factor shares with the pool.
  const told = target === 'program' ? withoutSharedSms(known) : known;
  switch (liveSms(mfa)) {
    case 'on': notes.say([SMS], onlyFactor(target)); break;
    case 'unknown': commentOutFactors(told, target, notes); break;
    case 'off': break;
  }
  return told;
}

function onlyFactor(target: Target): string {
  const shared = target === 'program' ? '; its text and its sender are the settings of the pool above' : '';
  return `The one factor that there is${shared}.`;
}

/** Factors that are declared are the complete set, and no read tells whether SMS is in it. */
function commentOutFactors(told: JsonObject, target: Target, notes: Notes): void {
  const present = FACTORS.filter((name) => Object.hasOwn(told, name));
  const others = enabledFactors(told).filter((name) => name !== SMS).map((name) => nameIn(target, [name]));
  const sms = nameIn(target, [SMS]);
  const whatToDo = target === 'program'
    ? `So no factor is declared, and all stay as they are. To declare them take the marks off: of ${sms} too if SMS is one, since `
      + 'what is declared is the complete set.'
    : `Take the marks off, of ${sms} too if SMS is one: set-user-pool-mfa-config replaces the set, and refuses a request without `
      + 'any factor.';
  const beside = others.join(' and ');
  notes.say([present[0]], `Cognito does not tell whether SMS is a second factor of this pool beside ${beside}. ${whatToDo}`);
  for (const name of present) notes.commentOut([name]);
}
