import { BUDGET } from '../../bench/budget';
import { storiesOf, type PoolName } from '../../bench/calls';
import { coldStarts } from '../../bench/cold-start';
import { contenders, type Contenders } from '../../bench/contender';
import { sizes } from '../../bench/size';
import { Stage } from '../../bench/stage';

const FEW = 5;
const MORE = 15;
/** Three processes a round, of which none takes seconds; a machine that is busy with other things takes longer. */
const PATIENCE_MILLIS = 240_000;

let stage: Stage;
let all: Contenders;

beforeAll(async () => {
  stage = await Stage.open();
  all = contenders(stage.folder);
}, PATIENCE_MILLIS);

afterAll(async () => stage.close());

test('the shipped handler is small', () => {
  expect(sizes(all).ours.bytes).toBeLessThan(BUDGET.handlerBytes);
});

test.each<[PoolName, number]>([
  ['plain', 2],
  ['passkeys', 4],
  ['everything', 4],
])('one changed setting of a pool (%s) costs one write and %i reads, no change no write', async (pool, reads) => {
  const { ours } = await storiesOf(stage, all, pool);
  expect(ours.change).toEqual({ writes: 1, reads });
  expect(ours.again).toEqual({ writes: 0, reads: reads / 2 });
  expect(ours.lost).toEqual([]);
}, PATIENCE_MILLIS);

test('AwsCustomResource loses settings of the same pool by the same change, so losses are seen', async () => {
  const { rival } = await storiesOf(stage, all, 'everything');
  expect(rival.change).toEqual({ writes: 1, reads: 0 });
  expect(rival.lost).toEqual(expect.arrayContaining(['DeletionProtection', 'LambdaConfig.PreSignUp', 'UserPoolTags.team']));
}, PATIENCE_MILLIS);

test("a cold start above an empty handler's takes at most half of AwsCustomResource's", async () => {
  const few = await coldStarts(stage, all, FEW);
  // A busy machine may spoil a few rounds, not the median of many.
  const { ratio } = few.ratio.millis <= BUDGET.coldStartRatio ? few : await coldStarts(stage, all, MORE);
  expect(ratio.millis).toBeLessThanOrEqual(BUDGET.coldStartRatio);
}, PATIENCE_MILLIS);
