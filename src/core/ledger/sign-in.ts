import { choice, clearedBy, kept, list, native, structure } from './member';

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
  omission: kept('live, third party, us-east-1, 2026-08-19 (S3)'),
  clear: clearedBy({ AllowedFirstAuthFactors: ['PASSWORD'] }),
  cloudFormation: native('Policies.SignInPolicy'),
});
