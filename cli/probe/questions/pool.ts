import { UPDATE_USER_POOL } from '../../../src/core/ledger/ledger';
import { rowAt } from '../../../src/core/ledger/walk';
import { equal } from '../../../src/core/plan/canonical';
import type { JsonObject } from '../../../src/core/wire/json';
import { valueAt } from '../../../src/core/wire/path';
import type { Bench } from '../bench';
import { effectOn, OUTCOMES, outcomeOf, valuesSet } from '../effect';
import { alone, replace, update, updateWithout, verdict, verdicts, type Question, type Told } from '../question';

const UPDATE = 'UpdateUserPool';
const recovery = (RecoveryMechanisms: JsonObject[]): JsonObject => ({ AccountRecoverySetting: { RecoveryMechanisms } });
const BY_ADMIN = recovery([{ Priority: 1, Name: 'admin_only' }]);

/** Everything that was accepted by itself, but for the older names of messages, which would contradict the modern ones. */
function everything({ accepted }: Bench): JsonObject {
  return Object.fromEntries([...accepted].filter(([name]) => rowAt(UPDATE_USER_POOL, [name])?.twinOf === undefined));
}

/** What each setting became, and which of them became something else when nothing but they were left out. */
function became([told]: readonly Told[], { newPool, outcomes }: Bench): string {
  if (told.refusal) return verdict(told);
  const all = Object.keys(UPDATE_USER_POOL.members).flatMap((name) => {
    const [fresh, before, after] = [newPool, told.before, told.after].map(({ settings }) => settings);
    const leaves = valuesSet(fresh, before, [name]);
    return leaves.length === 0 ? [] : [{ name, outcome: outcomeOf(effectOn(leaves, fresh, before, after)) }];
  });
  const groups = OUTCOMES.flatMap((outcome) => {
    const names = all.filter((each) => each.outcome === outcome).map(({ name }) => name);
    return names.length === 0 ? [] : [`${outcome}: ${names.join(', ')}`];
  });
  const others = all.filter(({ name, outcome }) => outcomes.has(name) && outcomes.get(name) !== outcome).map(({ name }) => name);
  return [...groups, others.length === 0 ? 'as one by one' : `other than one by one: ${others.join(', ')}`].join('; ');
}

const named = (AcrValue: string): JsonObject => ({ AcrConfiguration: { Level1: { AcrValue } } });
const registration = (members: JsonObject): JsonObject => ({ DcrConfiguration: members });
const open = (members: JsonObject): JsonObject => registration({ EnableStatus: 'Enabled', ...members });
const isOpen = ({ after }: Told): string =>
  `, EnableStatus ${String(valueAt(after.pool, ['DcrConfiguration', 'EnableStatus']) ?? 'not described')}`;

export const POOL_QUESTIONS: readonly Question[] = [
  {
    id: 'update-with-id-alone',
    asks: 'what does an UpdateUserPool with the pool id alone leave of a pool that has everything?',
    begin: (_given, bench) => ({ pool: everything(bench) }),
    steps: [alone('the pool id alone', UPDATE)],
    tell: became,
  },
  {
    id: 'account-recovery-back',
    asks: 'how does AccountRecoverySetting go back to what a new pool has?',
    begin: () => ({ pool: BY_ADMIN }),
    anew: true,
    steps: [
      updateWithout('left out', 'AccountRecoverySetting'),
      replace('an empty AccountRecoverySetting', { AccountRecoverySetting: {} }),
      replace('an empty list of mechanisms', recovery([])),
    ],
    tell: (told, { newPool }) => verdicts(told, ({ before, after }) => {
      const setting = after.settings.AccountRecoverySetting;
      if (equal(setting, newPool.settings.AccountRecoverySetting)) return ', as in a new pool';
      return equal(setting, before.settings.AccountRecoverySetting) ? ', as it was' : ', something else';
    }),
  },
  {
    id: 'aws-tag',
    asks: 'what does UserPoolTaggingException say of a tag that begins with aws:?',
    steps: [update('a tag of AWS', { UserPoolTags: { 'aws:probe': 'set' } })],
    tell: (told) => verdicts(told),
    known: { fits: /refused/, seen: 'tools of the field (H12)' },
  },
  {
    id: 'pre-token-mismatch',
    asks: 'what is said of a PreTokenGeneration that differs from PreTokenGenerationConfig?',
    needs: ['function'],
    steps: [update('two functions', ({ function: fn }) => ({
      LambdaConfig: { PreTokenGeneration: fn!, PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: `${fn}-other` } },
    }))],
    tell: (told) => verdicts(told, ({ after }) => {
      const { PreTokenGeneration, PreTokenGenerationConfig } = after.settings.LambdaConfig as JsonObject;
      return equal(PreTokenGeneration, valueAt(PreTokenGenerationConfig, ['LambdaArn'])) ? ', one of them stays' : ', both stay';
    }),
    known: { fits: /refused/, seen: 'documented (H10)' },
  },
  {
    id: 'template-mismatch',
    asks: 'what is said of a SmsVerificationMessage that differs from VerificationMessageTemplate.SmsMessage?',
    steps: [replace('two messages', {
      SmsVerificationMessage: 'older {####}',
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE', SmsMessage: 'younger {####}' },
    })],
    tell: (told) => verdicts(told, ({ after }) => {
      const kept = String(valueAt(after.settings, ['VerificationMessageTemplate', 'SmsMessage'])).startsWith('younger');
      return `, that of ${kept ? 'VerificationMessageTemplate' : 'SmsVerificationMessage'} stays`;
    }),
  },
  {
    id: 'acr-names',
    asks: 'what may a name in AcrConfiguration be?',
    steps: [
      update('one character', named('p')),
      update('256 characters', named('p'.repeat(256))),
      update('2,049 characters', named('p'.repeat(2049))),
      update('white space', named('probe with spaces')),
      update('the default name of another level', named('urn:cognito:loa:2')),
    ],
    tell: (told) => verdicts(told),
  },
  {
    id: 'dcr-members',
    asks: 'what may the members of DcrConfiguration be, and what is EnableStatus when it is left out?',
    steps: [
      replace('no EnableStatus', registration({ OpenDcrEnabled: false })),
      replace('grant type implicit', open({ AuthenticatedGrantTypes: ['implicit'] })),
      replace('grant type client_credentials', open({ AuthenticatedGrantTypes: ['client_credentials'] })),
      replace('the scope openid', open({ AllowedScopes: ['openid'] })),
      replace('a scope that nobody has', open({ AllowedScopes: ['probe/none'] })),
    ],
    tell: (told) => verdicts(told, isOpen),
  },
  {
    id: 'unknown-members',
    asks: 'is a member that the API does not have refused?',
    anew: true,
    steps: [
      update('by UpdateUserPool', { ProbeMember: 'set' }),
      update('by UpdateUserPool, within PasswordPolicy', { Policies: { PasswordPolicy: { ProbeMember: 'set' } } }),
      alone('by SetUserPoolMfaConfig', 'SetUserPoolMfaConfig', { MfaConfiguration: 'OFF', ProbeMember: 'set' }),
    ],
    tell: (told) => verdicts(told, ({ after }) =>
      JSON.stringify([after.pool, after.mfa]).includes('ProbeMember') ? ', described' : ', dropped'),
  },
  {
    id: 'tier-changes',
    asks: 'when is TierChangeNotAllowedException raised, and what does it say?',
    steps: [
      update('to LITE', { UserPoolTier: 'LITE' }),
      update('to PLUS', { UserPoolTier: 'PLUS' }),
      update('back to LITE', { UserPoolTier: 'LITE' }),
      update('to ESSENTIALS', { UserPoolTier: 'ESSENTIALS' }),
    ],
    tell: (told) => verdicts(told, ({ after }) => `, ${String(after.pool.UserPoolTier)}`),
  },
];
