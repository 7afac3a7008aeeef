import * as fc from 'fast-check';
import { alike, excludedBy, isNothing, leavesOf, MIRRORS, MOVING } from './oracle';
import { runs } from './runs';
import { MODES, planted } from './state';
import { EmbeddedCognito, type OmissionMode, type Seed } from '../../local/cognito';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { declarations, seeds } from '../support/arbitraries';
import { deploy } from '../support/deploy';
import { portTo, writesOf } from '../support/in-process-port';

const RUNS = runs(150);

const properties = (UserPoolId: string, Settings: JsonObject) => ({ UserPoolId, Settings });

/** What CloudFormation does to a custom resource's properties. */
function stringified(value: Json): Json {
  if (Array.isArray(value)) return value.map(stringified);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, stringified(inner as Json)]));
  }
  return String(value);
}

async function run(omission: OmissionMode, seed: Seed, declared: JsonObject) {
  const { cognito, id } = planted(omission, seed);
  const before = leavesOf(cognito.pool(id));
  const outcome = await deploy(portTo(cognito), id, properties(id, declared));
  return { cognito, id, before, after: leavesOf(cognito.pool(id)), outcome };
}

describe.each(MODES)('when omitted members are %s', (omission) => {
  test('declared leaves are as declared', async () => {
    await fc.assert(fc.asyncProperty(seeds(), declarations(), async (seed, declared) => {
      const { after } = await run(omission, seed, declared);
      const { PoolName, ...rest } = declared;
      const owned = [...leavesOf({ ...rest, ...(PoolName !== undefined && { Name: PoolName }) })]
        .filter(([, value]) => typeof value !== 'object' || Array.isArray(value)); // an empty structure declares nothing
      expect(owned.map(([leaf]) => [leaf, alike(after.get(leaf))])).toEqual(owned.map(([leaf, value]) => [leaf, alike(value)]));
    }), RUNS);
  });

  test('every other leaf, known or not, is as before', async () => {
    await fc.assert(fc.asyncProperty(seeds(), declarations(), async (seed, declared) => {
      const { before, after } = await run(omission, seed, declared);
      const owned = leavesOf({ ...declared, ...(declared.PoolName !== undefined && { Name: declared.PoolName }) });
      const mirrored = new Map(MIRRORS.flatMap(([legacy, modern]) => {
        const value = owned.get(modern) ?? owned.get(legacy);
        return value === undefined ? [] : [[legacy, value], [modern, value]] as const;
      }));
      const excluded = excludedBy(declared);
      const others = [...before].filter(([leaf, value]) =>
        !owned.has(leaf) && !MOVING.includes(leaf) && !excluded(leaf) && !isNothing(leaf, value));
      expect(others.map(([leaf]) => [leaf, after.get(leaf)]))
        .toEqual(others.map(([leaf, value]) => [leaf, mirrored.get(leaf) ?? value]));
    }), RUNS);
  });

  test('applying twice writes once', async () => {
    await fc.assert(fc.asyncProperty(seeds(), declarations(), async (seed, declared) => {
      const { cognito, id } = await run(omission, seed, declared);
      const writes = writesOf(cognito).length;
      const again = await deploy(portTo(cognito), id, properties(id, declared), properties(id, declared));
      expect(writes).toBeLessThanOrEqual(1);
      expect(writesOf(cognito)).toHaveLength(writes);
      expect(again.changedPaths).toEqual([]);
    }), RUNS);
  });

  test('the changed paths are empty exactly when nothing was written', async () => {
    await fc.assert(fc.asyncProperty(seeds(), declarations(), async (seed, declared) => {
      const { cognito, outcome } = await run(omission, seed, declared);
      expect(outcome.changedPaths.length > 0).toBe(writesOf(cognito).length > 0);
    }), RUNS);
  });
});

test('CloudFormation\'s stringification changes nothing', async () => {
  await fc.assert(fc.asyncProperty(seeds(), declarations(), async (seed, declared) => {
    const [typed, text] = [new EmbeddedCognito({ omission: 'allReset' }), new EmbeddedCognito({ omission: 'allReset' })];
    const id = typed.seed({ ...seed, userPoolId: 'us-east-1_law' });
    text.seed({ ...seed, userPoolId: id });
    await deploy(portTo(typed), id, properties(id, declared));
    await deploy(portTo(text), id, stringified(properties(id, declared)));
    expect(writesOf(text)).toEqual(writesOf(typed));
  }), RUNS);
});

test('nothing that is given is mutated', async () => {
  await fc.assert(fc.asyncProperty(seeds(), declarations(), async (seed, declared) => {
    const cognito = new EmbeddedCognito();
    const id = cognito.seed(seed);
    const given = frozen(properties(id, declared));
    const port = portTo(cognito);
    const frozenAnswers = { ...port, describeUserPool: async (pool: string) => frozen(await port.describeUserPool(pool)) };
    await deploy(frozenAnswers, id, given, given);
  }), RUNS);
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
