import * as fc from 'fast-check';
import { stateAfter } from './model';
import { runs } from './runs';
import { MODES, moved, planted, stateOf, told } from './state';
import { asTheLambda, LEG_MS, race, withoutWaiting, type Race, type Writer } from './writers';
import { chanceOf } from '../../bench/simulation/chance';
import { freshPool, poolWithEverything, type Seed } from '../../local/cognito';
import { merge } from '../../src/core/plan/merge';
import type { JsonObject } from '../../src/core/wire/json';
import { fullPoolWithoutMfa } from '../support/pools';

const RUNS = runs(250);

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:ours';

/** Settings that do not ask for each other, so that each may be another writer's. */
const LEAVES: readonly JsonObject[] = [
  { UserPoolTags: { one: '1' } },
  { UserPoolTags: { two: '2' } },
  { UserPoolTags: { three: '3' } },
  { Policies: { PasswordPolicy: { MinimumLength: 21 } } },
  { Policies: { PasswordPolicy: { RequireNumbers: false } } },
  { DeletionProtection: 'ACTIVE' },
  { DeletionProtection: 'INACTIVE' },
  { LambdaConfig: { PreSignUp: ARN } },
  { LambdaConfig: { PostConfirmation: ARN } },
  { LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: ARN } } },
  { EmailVerificationMessage: 'Ours: {####}' },
  { VerificationMessageTemplate: { EmailSubject: 'Ours' } },
  { AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } },
  { AdminCreateUserConfig: { InviteMessageTemplate: { EmailSubject: 'Ours' } } },
  { AcrConfiguration: { Level1: { AcrValue: 'urn:ours' } } },
  { SmsAuthenticationMessage: 'Ours: {####}' },
  { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: true } },
];

/** Two to four writers, none of whom declares what another one does. */
const writers: fc.Arbitrary<Writer[]> = fc.tuple(
  fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 4 }),
  fc.shuffledSubarray([...LEAVES.keys()], { minLength: 2, maxLength: 8 }),
).map(([starts, leaves]) => starts.map((start, writer) => ({
  start,
  settings: leaves.filter((_leaf, index) => index % starts.length === writer).filter(isNoSecondWord(leaves))
    .reduce<JsonObject>((settings, leaf) => merge(settings, LEAVES[leaf]) as JsonObject, {}),
})));

/** Deletion protection has two values here and one place. */
function isNoSecondWord(leaves: readonly number[]) {
  const first = LEAVES.findIndex((each) => each.DeletionProtection);
  return (leaf: number) => LEAVES[leaf].DeletionProtection !== 'INACTIVE' || !leaves.includes(first);
}

const POOLS = { freshPool, fullPoolWithoutMfa, poolWithEverything } satisfies Record<string, () => Seed>;
const pools = fc.constantFrom(...Object.keys(POOLS) as (keyof typeof POOLS)[]);

function racing(writing: Writer[], seed: number, refused: number): Race {
  const chance = chanceOf(seed);
  // No call takes more than twice as long as another.
  return { writers: writing, chance, refused, leg: () => LEG_MS * (1 + chance()) };
}

describe.each(MODES)('when omitted members are %s', (omission) => {
  test('no update of any of several writers with settings of their own is lost, and nothing else is', async () => {
    const [refused, chances] = [fc.constantFrom(0, 0.2), fc.nat()];
    await fc.assert(fc.asyncProperty(pools, writers, chances, refused, async (pool, writing, seed, share) => {
      const { cognito, id } = planted(omission, POOLS[pool]());
      const before = stateOf(cognito, id);
      const outcomes = await race(cognito, id, racing(writing, seed, share), asTheLambda);
      expect(outcomes).toEqual(writing.map(() => undefined));
      const Settings = writing.reduce<JsonObject>((all, { settings }) => merge(all, settings) as JsonObject, {});
      const expected = stateAfter({
        desired: { Settings, Clear: [] }, former: undefined, onRemoval: 'RETAIN', was: before, ours: before, now: before,
      });
      expect(told(moved(expected, stateOf(cognito, id)))).toEqual([]);
    }), RUNS);
  });
});

test('without the wait before the look, an update is lost: the law above can be broken', async () => {
  const { cognito, id } = planted('asMeasured', freshPool());
  const ours = [{ start: 0, settings: LEAVES[0] }, { start: 0, settings: LEAVES[1] }];
  // The second one reads before the first one writes, and writes after the first one has looked.
  const slow = (call: number, way: string) => call === 1 && way === 'there' ? 1.5 : 2;
  const leg = (writer: number, call: number, way: string) => LEG_MS * (writer === 0 ? 1 : slow(call, way));
  const drawn: Race = { writers: ours, chance: () => 0, refused: 0, leg };
  const outcomes = await race(cognito, id, drawn, withoutWaiting);
  expect(outcomes).toEqual([undefined, undefined]);
  expect(cognito.pool(id).UserPoolTags).toMatchObject({ two: '2' });
  expect(cognito.pool(id).UserPoolTags).not.toHaveProperty('one');

  const again = planted('asMeasured', freshPool());
  expect(await race(again.cognito, again.id, drawn, asTheLambda)).toEqual([undefined, undefined]);
  expect(again.cognito.pool(again.id).UserPoolTags).toMatchObject({ one: '1', two: '2' });
});
