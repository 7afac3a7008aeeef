import { EmbeddedCognito } from '../../../local/cognito';
import { coloursFor } from '../../../local/demo/colours';
import { difference } from '../../../local/demo/difference';
import { brokenPromises, sameChange } from '../../../local/demo/promises';
import { run } from '../../../local/demo/run';
import { Screen } from '../../../local/demo/screen';
import { leavesOf } from '../../../local/demo/settings';
import type { DeploymentResult, StackStatus } from '../../../local/deployment';
import type { JsonObject } from '../../../src/core/wire/json';

function broken(asked: JsonObject, before: JsonObject, after: JsonObject, result: Partial<DeploymentResult> = {}): string[] {
  const shouldEnd: StackStatus = 'UPDATE_COMPLETE';
  return brokenPromises({
    name: 'update',
    shouldEnd,
    result: { status: shouldEnd, events: [], ...result },
    asked: leavesOf(asked),
    after: leavesOf(after),
    changes: difference(leavesOf(before), leavesOf(after)),
  });
}

test('a stage that changes what was asked for and nothing else keeps all promises', () => {
  expect(broken({ A: 2 }, { A: 1, B: 1 }, { A: 2, B: 1 })).toEqual([]);
});

test('a setting that changed by itself breaks one', () => {
  expect(broken({ A: 2 }, { A: 1, B: 1 }, { A: 2 })).toEqual(['update: B has changed though nobody asked for it']);
});

test('a setting that did not become what was asked for breaks one', () => {
  expect(broken({ A: 2 }, { A: 1 }, { A: 1 })).toEqual(['update: A is not as the app declares it']);
});

test('a stage that ends otherwise breaks one, and says why', () => {
  expect(broken({}, {}, {}, { status: 'UPDATE_ROLLBACK_COMPLETE', reason: 'it said no' }))
    .toEqual(['update: it ended as UPDATE_ROLLBACK_COMPLETE and not as UPDATE_COMPLETE: it said no']);
});

test('the two ways have to be asked for the same', () => {
  expect(sameChange(leavesOf({ A: { B: 16 } }), leavesOf({ A: { B: 16 } }))).toEqual([]);
  expect(sameChange(leavesOf({ A: { B: 16 } }), leavesOf({ A: { B: 17 } }))).toHaveLength(1);
});

test('the demo sees what happens in the pool behind its back', async () => {
  const cognito = new EmbeddedCognito();
  const tagBySomebodyElse = ({ UserPoolId }: JsonObject) => {
    const { Arn } = cognito.pool(String(UserPoolId));
    cognito.otherWriter('TagResource', { ResourceArn: Arn, Tags: { team: 'pirates' } });
  };
  // The last read of the first deployment: the Lambda cannot know.
  cognito.faults.add({ action: 'GetUserPoolMfaConfig', nth: 2, after: tagBySomebodyElse });
  const said: string[] = [];
  const screen = new Screen({ colours: coloursFor({}, {}), width: 100, verbose: false });
  const promises = await run(screen, (lines) => said.push(...lines), cognito);
  expect(promises).toEqual(['create: UserPoolTags.team has changed though nobody asked for it']);
  expect(said.at(-1)).toContain('1 by UserPoolSettings');
});
