import { stringifyProperties } from '../../../local/deployment/stringify';

test('numbers and booleans become texts at every depth', () => {
  expect(stringifyProperties({ a: 1, b: true, c: { d: [false, 2.5, { e: -0.25 }] }, f: 'text' }))
    .toEqual({ a: '1', b: 'true', c: { d: ['false', '2.5', { e: '-0.25' }] }, f: 'text' });
});

test('null vanishes from maps and lists', () => {
  expect(stringifyProperties({ a: null, b: { c: null }, d: [null, 'x'] })).toEqual({ b: {}, d: ['x'] });
});

test('what is empty stays', () => {
  expect(stringifyProperties({ list: [], map: {}, text: '', zero: 0 })).toEqual({ list: [], map: {}, text: '', zero: '0' });
});
