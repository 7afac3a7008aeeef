import { alignTwins, foldTwins } from '../../../src/core/plan/twins';
import { Problem } from '../../../src/core/problem';
import type { Json, JsonObject } from '../../../src/core/wire/json';

const template = (members: JsonObject): JsonObject => ({ VerificationMessageTemplate: members });
const triggers = (members: JsonObject): JsonObject => ({ LambdaConfig: members });
const version = (LambdaVersion: string, LambdaArn: string) => ({ PreTokenGenerationConfig: { LambdaVersion, LambdaArn } });
const days = (modern: Json | undefined, legacy?: Json): JsonObject => ({
  ...(modern !== undefined && { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: modern } } }),
  ...(legacy !== undefined && { AdminCreateUserConfig: { UnusedAccountValidityDays: legacy } }),
});

describe('alignTwins: of what is merged and what is declared', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    [
      'what nobody declares stays as it is',
      { EmailVerificationMessage: 'a', ...template({ EmailMessage: 'b' }) },
      {},
      { EmailVerificationMessage: 'a', ...template({ EmailMessage: 'b' }) },
    ],
    [
      'the old name follows the new one',
      { EmailVerificationMessage: 'a', ...template({ EmailMessage: 'b' }) },
      template({ EmailMessage: 'b' }),
      { EmailVerificationMessage: 'b', ...template({ EmailMessage: 'b' }) },
    ],
    [
      'the new name follows the old one',
      { EmailVerificationMessage: 'b', ...template({ EmailMessage: 'a' }) },
      { EmailVerificationMessage: 'b' },
      { EmailVerificationMessage: 'b', ...template({ EmailMessage: 'b' }) },
    ],
    [
      'a name that the pool lacks is not made',
      template({ EmailMessage: 'b' }),
      template({ EmailMessage: 'b' }),
      template({ EmailMessage: 'b' }),
    ],
    [
      'all three messages are twins',
      { SmsVerificationMessage: 'a', EmailVerificationSubject: 's', ...template({ SmsMessage: 'b', EmailSubject: 't' }) },
      template({ SmsMessage: 'b', EmailSubject: 't' }),
      { SmsVerificationMessage: 'b', EmailVerificationSubject: 't', ...template({ SmsMessage: 'b', EmailSubject: 't' }) },
    ],
    [
      'the legacy trigger changes the function and keeps the version (H10)',
      triggers({ PreTokenGeneration: 'b', ...version('V3_0', 'a') }),
      triggers({ PreTokenGeneration: 'b' }),
      triggers({ PreTokenGeneration: 'b', ...version('V3_0', 'b') }),
    ],
    [
      'the legacy trigger follows the versioned one (H10)',
      triggers({ PreTokenGeneration: 'a', ...version('V2_0', 'b') }),
      triggers(version('V2_0', 'b')),
      triggers({ PreTokenGeneration: 'b', ...version('V2_0', 'b') }),
    ],
    [
      'the legacy trigger alone is sent alone',
      triggers({ PreTokenGeneration: 'b' }),
      triggers({ PreTokenGeneration: 'b' }),
      triggers({ PreTokenGeneration: 'b' }),
    ],
    ['days under the old name go to the new one (H5)', days(7, 3), days(undefined, 3), days(3, 3)],
    ['a pool from before the new name keeps its days under it (H5)', days(undefined, 30), {}, days(30, 30)],
    ['zero under the old name is no value', days(undefined, 0), {}, days(undefined, 0)],
    ['the mirror never speaks against the new name', days(3, 7), {}, days(3, 7)],
  ])('%s', (_title, merged, declared, expected) => {
    expect(alignTwins(merged, declared)).toEqual(expected);
  });

  test('twins that are declared alike are fine', () => {
    const declared = { EmailVerificationMessage: 'b', ...template({ EmailMessage: 'b' }) };
    expect(alignTwins(declared, declared)).toEqual(declared);
  });

  test('twins that are declared apart are refused, with both names and no value', () => {
    const declared = { EmailVerificationMessage: 'secret', ...template({ EmailMessage: 'other' }) };
    expect(() => alignTwins(declared, declared)).toThrow(new Problem(
      'EmailVerificationMessage and VerificationMessageTemplate.EmailMessage are one setting under two names '
      + 'and are declared with different values: declare VerificationMessageTemplate.EmailMessage alone',
    ));
  });
});

describe('foldTwins', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'both names become the new one',
      { SmsVerificationMessage: 'a', ...template({ SmsMessage: 'a' }) },
      template({ SmsMessage: 'a' }),
    ],
    ['the old name alone becomes the new one', { SmsVerificationMessage: 'a' }, template({ SmsMessage: 'a' })],
    ['the new name wins', { SmsVerificationMessage: 'a', ...template({ SmsMessage: 'b' }) }, template({ SmsMessage: 'b' })],
    [
      'the trigger is compared under its version',
      triggers({ PreTokenGeneration: 'a', PreSignUp: 'p' }),
      triggers({ PreSignUp: 'p', PreTokenGenerationConfig: { LambdaArn: 'a' } }),
    ],
    ['a mirror of days is no second setting', days(3, 3), { ...days(3), AdminCreateUserConfig: {} }],
    ['zero days under the old name are no days', days(undefined, 0), { AdminCreateUserConfig: {} }],
    ['zero days under the new name stay', days(0), days(0)],
    ['what has no twin stays', { PoolName: 'p' }, { PoolName: 'p' }],
  ])('%s', (_title, document, expected) => {
    expect(foldTwins(document)).toEqual(expected);
  });
});
