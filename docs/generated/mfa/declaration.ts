import type { DeclaredState, Factor, MfaState } from './states';
import type { JsonObject } from '../../../src/core/wire/json';

const signInBy = (...firstFactors: readonly string[]): JsonObject =>
  ({ SignInPolicy: { AllowedFirstAuthFactors: firstFactors } });
const passkeysAs = (passkeys: MfaState['passkeys']): JsonObject =>
  ({ RelyingPartyId: 'auth.example.com', UserVerification: 'required', FactorConfiguration: passkeys });

/** What declarations are put together of: by the API's member, and by the name that the page's code gives to the value. */
export const PARTS = {
  Policies: {
    byPassword: signInBy('PASSWORD'),
    byPasswordOrPasskey: signInBy('PASSWORD', 'WEB_AUTHN'),
    byPasswordOrEmailCode: signInBy('PASSWORD', 'EMAIL_OTP'),
  },
  WebAuthnConfiguration: {
    noPasskeyMfa: { FactorConfiguration: 'SINGLE_FACTOR' },
    passkeys: passkeysAs('SINGLE_FACTOR'),
    passkeysForMfa: passkeysAs('MULTI_FACTOR_WITH_USER_VERIFICATION'),
  },
  SmsConfiguration: {
    sms: { SnsCallerArn: 'arn:aws:iam::123456789012:role/auth-sms', ExternalId: 'auth', SnsRegion: 'us-east-1' },
  },
  EmailConfiguration: {
    ownSender: { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' },
  },
  AccountRecoverySetting: {
    byAdmin: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
    byEmailOrPhone: {
      RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }, { Priority: 2, Name: 'verified_phone_number' }],
    },
  },
} satisfies Record<string, Record<string, JsonObject>>;

const FACTOR_SETTINGS: Readonly<Record<Factor, JsonObject>> = {
  SMS: { SmsMfaConfiguration: {} },
  TOTP: { SoftwareTokenMfaConfiguration: { Enabled: true } },
  email: { EmailMfaConfiguration: {} },
};

/** The settings that ask for a state completely, in the API's shape: with what its factors need beside them. */
export function declarationOf({ mode, factors, firstFactors, passkeys, hasUnusedSms }: DeclaredState): JsonObject {
  return {
    MfaConfiguration: mode,
    ...Object.assign({}, ...factors.map((factor) => FACTOR_SETTINGS[factor])) as JsonObject,
    Policies: signInBy(...firstFactors),
    WebAuthnConfiguration: firstFactors.includes('WEB_AUTHN') ? passkeysAs(passkeys) : PARTS.WebAuthnConfiguration.noPasskeyMfa,
    ...(factors.includes('SMS') || hasUnusedSms ? { SmsConfiguration: PARTS.SmsConfiguration.sms } : {}),
    ...(factors.includes('email') ? { EmailConfiguration: PARTS.EmailConfiguration.ownSender } : {}),
    ...recoveryBeside(factors),
  };
}

/** SMS as a factor forbids recovery by phone, email as a factor recovery by email alone: both bear an administrator (H18). */
function recoveryBeside(factors: readonly Factor[]): JsonObject {
  if (factors.includes('SMS')) return { AccountRecoverySetting: PARTS.AccountRecoverySetting.byAdmin };
  return factors.includes('email') ? { AccountRecoverySetting: PARTS.AccountRecoverySetting.byEmailOrPhone } : {};
}
