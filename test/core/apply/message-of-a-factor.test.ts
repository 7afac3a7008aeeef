import { EmbeddedCognito, type Seed } from '../../../local/cognito';
import { apply } from '../../../src/core/apply/apply';
import { capture } from '../../../src/core/apply/capture';
import type { Declaration } from '../../../src/core/declared/declaration';
import type { JsonObject } from '../../../src/core/wire/json';
import { portTo } from '../../support/in-process-port';

/** TOTP and codes by e-mail, and perhaps SMS, which nobody can tell beside these. */
const poolWith = (more: JsonObject = {}): Seed => ({
  pool: {
    Name: 'shop',
    UserPoolTier: 'ESSENTIALS',
    MfaConfiguration: 'ON',
    AutoVerifiedAttributes: ['email'],
    AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
    EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' },
    ...more,
  },
  mfa: { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true }, EmailMfaConfiguration: { Subject: 'Your code' } },
});

const WITHOUT_SUBJECT = [['EmailMfaConfiguration', 'Subject']];

async function cleared(seed: Seed) {
  const cognito = new EmbeddedCognito();
  const id = cognito.seed(seed);
  const before = await capture(portTo(cognito), id);
  const declared: Declaration = { settings: {}, clear: WITHOUT_SUBJECT, onRemoval: 'RESTORE_PREVIOUS', before };
  await apply(portTo(cognito), id, declared);
  expect(cognito.mfa(id).EmailMfaConfiguration).toEqual({});
  return { cognito, id, declared };
}

test('the message of a factor goes back, and the other factors stay', async () => {
  const { cognito, id, declared } = await cleared(poolWith());
  await apply(portTo(cognito), id, undefined, declared);
  expect(cognito.mfa(id)).toMatchObject({ SoftwareTokenMfaConfiguration: { Enabled: true }, EmailMfaConfiguration: { Subject: 'Your code' } });
  expect(cognito.factors(id)).toEqual({ sms: false, softwareToken: true, email: true });
});

test('it goes with its factor, where others are declared now', async () => {
  const { cognito, id, declared } = await cleared(poolWith());
  await apply(portTo(cognito), id, { ...declared, settings: { SoftwareTokenMfaConfiguration: { Enabled: true } }, clear: [] }, declared);
  expect(cognito.factors(id)).toEqual({ sms: false, softwareToken: true, email: false });
});
