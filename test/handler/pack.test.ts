import * as fc from 'fast-check';
import { pack, unpack } from '../../handler/pack';
import { poolWithEverything } from '../../local/cognito';
import type { Json } from '../../src/core/wire/json';

test('what is packed comes out as it was', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(unpack(pack(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});

test('a pool with everything set takes less than half of what a reply holds', () => {
  const { pool, mfa = {} } = poolWithEverything();
  expect(pack({ pool, mfa }).length).toBeLessThan(2_048);
});

test('the text stands in JSON as it is', () => {
  expect(pack(poolWithEverything().pool)).toMatch(/^[\w-]+$/);
});
