import { equal } from '../../../src/core/plan/canonical';
import type { Json, JsonObject } from '../../../src/core/wire/json';
import type { Arrangement } from '../bench';
import { ownSender, smsSender, type Given } from '../given';
import { alone, update, updateWithout, verdicts, type Question, type Told } from '../question';

const OPTIONAL: JsonObject = { MfaConfiguration: 'OPTIONAL' };
const TOTP: JsonObject = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const PASSKEYS: JsonObject = { WebAuthnConfiguration: { RelyingPartyId: 'probe.example.com', UserVerification: 'required' } };
const SET = 'SetUserPoolMfaConfig';
const BY_PHONE: JsonObject = { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_phone_number' }] } };

const LEFT_ALONE = [update('all of it sent back'), updateWithout('MfaConfiguration left out', 'MfaConfiguration')];

/** Whether second factors and passkeys are read as before, after each call that has no word for them. */
function untouched(told: readonly Told[]): string {
  const touching = told.filter(({ before, after }) => !equal(before.mfa, after.mfa));
  if (told.every(({ refusal }) => refusal)) return verdicts(told);
  return touching.length === 0 ? 'left alone' : `changed by ${touching.map(({ name }) => name).join(' and by ')}`;
}

const KNOWN = { fits: /^left alone$/, seen: 'live, third party, us-east-1, 2026-08-18 (H4)' };

const bySmsAndApp = (given: Given): Arrangement => {
  const pool = smsSender(given);
  return { pool, mfa: { ...OPTIONAL, ...TOTP, SmsMfaConfiguration: pool } };
};

export const MFA_QUESTIONS: readonly Question[] = [
  {
    id: 'update-and-totp',
    asks: 'does UpdateUserPool touch codes by an authenticator app as a second factor?',
    begin: () => ({ mfa: { ...OPTIONAL, ...TOTP } }),
    steps: LEFT_ALONE,
    tell: untouched,
    known: KNOWN,
  },
  {
    id: 'update-and-email-mfa',
    asks: 'does UpdateUserPool touch codes by e-mail as a second factor?',
    needs: ['sesIdentity'],
    begin: (given) => ({ pool: ownSender(given), mfa: { ...OPTIONAL, EmailMfaConfiguration: { Subject: 'probe' } } }),
    steps: LEFT_ALONE,
    tell: untouched,
  },
  {
    id: 'update-and-passkeys',
    asks: 'does UpdateUserPool touch the settings of passkeys?',
    begin: () => ({ mfa: { MfaConfiguration: 'OFF', ...PASSKEYS } }),
    steps: LEFT_ALONE,
    tell: untouched,
  },
  {
    id: 'set-with-id-alone',
    asks: 'what does SetUserPoolMfaConfig with the pool id alone leave?',
    begin: () => ({ mfa: { ...OPTIONAL, ...TOTP, ...PASSKEYS } }),
    steps: [alone('the pool id alone', SET)],
    tell: ([told]) => {
      if (told.refusal) return verdicts([told]);
      const { MfaConfiguration = 'OFF', SoftwareTokenMfaConfiguration: app, WebAuthnConfiguration: passkeys } = told.after.mfa;
      const { SoftwareTokenMfaConfiguration: appBefore, WebAuthnConfiguration: passkeysBefore } = told.before.mfa;
      const became = (now: Json | undefined, before: Json | undefined) => equal(now, before) ? 'kept' : 'reset';
      return `MfaConfiguration ${String(MfaConfiguration)}, authenticator app ${became(app, appBefore)}, `
        + `passkeys ${became(passkeys, passkeysBefore)}`;
    },
    known: { fits: /^MfaConfiguration OFF, authenticator app reset/, seen: 'live, third party, us-east-1, 2026-08-19 (H2)' },
  },
  {
    id: 'set-without-mode',
    asks: 'is a second factor taken by SetUserPoolMfaConfig without MfaConfiguration?',
    begin: () => ({ mfa: { ...OPTIONAL, ...TOTP } }),
    steps: [alone('a factor without MfaConfiguration', SET, TOTP)],
    tell: (told) => verdicts(told),
    known: { fits: /: refused/, seen: 'live, third party, us-east-1, 2026-08-19 (H2)' },
  },
];

/** Last of all, since no pool is known to get rid of its SMS configuration. */
export const SMS_QUESTIONS: readonly Question[] = [
  {
    id: 'sms-factor-taken-off',
    asks: 'when is "Can\'t turn off SMS_MFA when SMS configuration is set for the user pool" raised?',
    needs: ['smsRole'],
    begin: bySmsAndApp,
    anew: true,
    steps: [
      alone('SetUserPoolMfaConfig without SmsMfaConfiguration', SET, { ...OPTIONAL, ...TOTP }),
      alone('SetUserPoolMfaConfig OFF', SET, { MfaConfiguration: 'OFF' }),
      updateWithout('UpdateUserPool without SmsConfiguration', 'SmsConfiguration'),
      updateWithout('UpdateUserPool without SmsConfiguration and MfaConfiguration', 'SmsConfiguration', 'MfaConfiguration'),
    ],
    tell: (told) => verdicts(told),
  },
  {
    id: 'sms-factor-left-out',
    asks: 'is SMS no second factor any more when SetUserPoolMfaConfig leaves it out? (recovery by phone is refused beside it)',
    needs: ['smsRole'],
    begin: bySmsAndApp,
    steps: [
      update('recovery by phone before', BY_PHONE),
      alone('SmsMfaConfiguration left out', SET, { ...OPTIONAL, ...TOTP }),
      update('recovery by phone after', BY_PHONE),
    ],
    tell: (told) => {
      const [before, leftOut, after] = told;
      if (leftOut.refusal || !before.refusal) return `cannot be told: ${verdicts(told)}`;
      return after.refusal ? 'kept: it still is one' : 'reset: it is none any more';
    },
    known: { fits: /^(reset|cannot)/, seen: 'SetUserPoolMfaConfig replaces the whole (H2)' },
  },
  {
    id: 'sms-configuration-back',
    asks: 'how does a pool get rid of its SmsConfiguration?',
    needs: ['smsRole'],
    begin: (given) => ({ pool: smsSender(given) }),
    anew: true,
    steps: [
      updateWithout('left out', 'SmsConfiguration'),
      alone('an empty SnsCallerArn', 'UpdateUserPool', { SmsConfiguration: { SnsCallerArn: '' } }),
      alone('an empty SmsConfiguration', 'UpdateUserPool', { SmsConfiguration: {} }),
    ],
    tell: (told) => verdicts(told, ({ after }) => after.settings.SmsConfiguration === undefined ? ', gone' : ', still there'),
  },
];
