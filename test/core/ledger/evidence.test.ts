import { EVIDENCE, NESTED_EVIDENCE } from '../../../src/core/ledger/evidence';
import { LEDGER } from '../../../src/core/ledger/ledger';
import { rowAt } from '../../../src/core/ledger/walk';

test('every setting has its evidence, and no evidence is without a setting', () => {
  expect(Object.keys(EVIDENCE).sort()).toEqual(Object.keys(LEDGER.members).sort());
});

test.each(Object.keys(NESTED_EVIDENCE))('%s is a member of the ledger', (path) => {
  expect(rowAt(LEDGER, path.split('.'))).toBeDefined();
});
