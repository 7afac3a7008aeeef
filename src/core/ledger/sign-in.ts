import { choice, clearedBy, list, structure } from './member';

/** `Policies.SignInPolicy` */
export const SIGN_IN_POLICY = structure({
  AllowedFirstAuthFactors: list(choice(['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN']), {
    min: 1,
    max: 5,
    default: ['PASSWORD'],
    // Described on every pool, refused on the way back by LITE pools even as `[PASSWORD]` (H8).
    echo: 'unlessDefault',
    clear: clearedBy(['PASSWORD']),
  }),
}, {
  clear: clearedBy({ AllowedFirstAuthFactors: ['PASSWORD'] }),
});
