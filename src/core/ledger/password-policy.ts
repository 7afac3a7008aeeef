import { clearedBy, flag, integer, neverCleared, structure } from './member';

const WHOLE = 'a PasswordPolicy is always sent whole: what a partial one lacks is filled with defaults, not with the pool\'s values';

/** `Policies.PasswordPolicy` */
export const PASSWORD_POLICY = structure({
  MinimumLength: integer({ min: 6, max: 99, clear: clearedBy(8) }),
  RequireUppercase: flag({ clear: clearedBy(true) }),
  RequireLowercase: flag({ clear: clearedBy(true) }),
  RequireNumbers: flag({ clear: clearedBy(true) }),
  RequireSymbols: flag({ clear: clearedBy(true) }),
  PasswordHistorySize: integer({ min: 0, max: 24, default: 0, clear: clearedBy(0) }),
  TemporaryPasswordValidityDays: integer({
    min: 0,
    max: 365,
    default: 7,
    // "If you submit a value of 0, Amazon Cognito treats it as a null value" (R3)
    alsoDefault: 0,
    clear: clearedBy(7),
    prop: { name: 'temporaryPasswordValidity', as: 'days' },
  }),
}, {
  clear: neverCleared(WHOLE),
});
