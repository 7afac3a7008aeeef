import { captureLog, POOL } from './support';
import { chanceOf, lognormal, type Chance } from '../../bench/simulation/chance';
import { VirtualTime } from '../../bench/simulation/virtual-time';
import { CognitoPort, type Post } from '../../service/cognito-port';
import { Redactor } from '../../service/redact';
import type { ServiceError } from '../../src/core/apply/port';
import type { JsonObject } from '../../src/core/wire/json';

const RACES = 250;
/** A writer that has not come to an end by then never will. */
const ROUNDS = 50;

interface Race {
  /** Of each writer's calls. */
  readonly millis: (writer: number, chance: Chance) => number;
  readonly calls: 'one write' | 'two writes';
  /** How many of the calls are throttled. */
  readonly throttled: number;
}

/** What a read tells is what the write of the same index replaces. */
const READS = ['DescribeUserPool', 'GetUserPoolMfaConfig'];
const WRITES = ['UpdateUserPool', 'SetUserPoolMfaConfig'];

/** Two writers, each with a setting of its own, echo one pool at about the same time. True if it has both in the end. */
async function race(seed: number, { millis, calls, throttled }: Race): Promise<boolean> {
  const time = new VirtualTime();
  const chance = chanceOf(seed);
  const halves: JsonObject[] = [{ mine: 'old', yours: 'old' }, { mine: 'old', yours: 'old' }];
  const used = calls === 'one write' ? halves.slice(0, 1) : halves;

  const postOf = (writer: number): Post => async (action, document) => {
    const oneWay = millis(writer, chance) / 2;
    await time.sleep(oneWay);
    const isRefused = chance() < throttled;
    if (!isRefused && WRITES.includes(action)) halves[WRITES.indexOf(action)] = document;
    const told = halves[READS.indexOf(action)];
    const text = JSON.stringify(action === 'DescribeUserPool' ? { UserPool: told } : told ?? {});
    await time.sleep(oneWay);
    const refusal = { status: 400, text: '{"__type":"TooManyRequestsException"}' };
    return { contentType: '', ...isRefused ? refusal : { status: 200, text } };
  };
  const clock = { now: () => time.now(), sleep: async (ms: number) => time.sleep(ms), random: chance };
  const writer = async (index: number, setting: string) => {
    const port = CognitoPort.open(postOf(index), { clock, log: captureLog().log, redactor: new Redactor(), deadline: 3_600_000 });
    const verbs = [
      { read: () => port.describeUserPool(POOL), write: (request: JsonObject) => port.updateUserPool(request) },
      { read: () => port.getUserPoolMfaConfig(POOL), write: (request: JsonObject) => port.setUserPoolMfaConfig(request) },
    ].slice(0, used.length);
    await time.sleep(chance() * 500);
    for (let round = 0; round < ROUNDS; round++) {
      const live: JsonObject[] = [];
      for (const { read } of verbs) live.push(await read());
      if (live.every((half) => half[setting] === 'new')) return;
      try {
        for (const [half, { write }] of verbs.entries()) await write({ ...live[half], [setting]: 'new' });
      } catch (error) {
        if ((error as ServiceError).code !== 'StaleRead') throw error;
      }
    }
    throw new Error(`${setting} was never there`);
  };

  await time.during(Promise.all([writer(0, 'mine'), writer(1, 'yours')]));
  return used.every((_, half) => halves[half].mine === 'new' && halves[half].yours === 'new');
}

const races = async (given: Race) => Promise.all(Array.from({ length: RACES }, async (_, seed) => race(seed, given)));

const PACES: Record<string, Race['millis']> = {
  'calls of the same length': () => 100,
  'calls of the other that take twice as long': (writer) => writer === 0 ? 100 : 200,
  'calls of any length, the other\'s at most twice as long': (writer, chance) => writer === 0 ? 100 : 20 + 180 * chance(),
};

describe.each(Object.entries(PACES))('two writers lose no update: %s', (_, millis) => {
  test.each(['one write', 'two writes'] as const)('%s', async (calls) => {
    for (const throttled of [0, 0.3]) expect(await races({ millis, calls, throttled })).not.toContain(false);
  });
});

test('a writer that is much slower than we are does undo ours, so the races are close', async () => {
  const millis = (writer: number) => writer === 0 ? 20 : 400;
  expect(await races({ millis, calls: 'one write', throttled: 0 })).toContain(false);
});

test('calls whose length varies as that of real ones does lose hardly any', async () => {
  const millis = (_: number, chance: Chance) => lognormal(chance, 100, 0.4);
  const outcomes = await races({ millis, calls: 'two writes', throttled: 0 });
  expect(outcomes.filter((both) => !both).length).toBeLessThan(RACES / 100);
});
