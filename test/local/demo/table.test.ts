import { table } from '../../../local/demo/table';

const COLUMNS = [{ title: 'name' }, { title: 'n', align: 'right' as const }, { title: 'value' }];

test('columns are as wide as what stands in them', () => {
  expect(table(COLUMNS, [['one', '1', 'first'], ['second', '22', 'x']], { width: 100 })).toEqual([
    'name     n  value',
    '──────  ──  ─────',
    'one      1  first',
    'second  22  x',
  ]);
});

test('a table may go without a rule, and then is a line shorter', () => {
  expect(table([{ title: 'a' }], [['b']], { width: 10, rule: false })).toEqual(['a', 'b']);
});

test('what is too wide is cut, the widest column first, and no line is wider than asked', () => {
  const lines = table(COLUMNS, [['short', '1', 'a very long value that nobody has room for']], { width: 30 });
  expect(lines[2]).toBe('short  1  a very long value t…');
  expect(lines.every((line) => [...line].length <= 30)).toBe(true);
});

test('a firm column gives way last', () => {
  const columns = [{ title: 'name', firm: true }, { title: 'value' }];
  const row = ['Some.Name.That.Has.To.Be.Read', 'a value of some length'];
  expect(table(columns, [row], { width: 45 })[2]).toBe('Some.Name.That.Has.To.Be.Read  a value of so…');
  expect(table(columns, [row], { width: 20 })[2]).toBe('Some.Name…  a value…');
});

test('a column takes no more than it may', () => {
  expect(table([{ title: 'a', atMost: 4 }], [['abcdefgh']], { width: 100 })[2]).toBe('abc…');
});

test('a list is cut between its items and says how many are left out', () => {
  const cut = (width: number) => table([{ title: '' }], [[['one', 'two', 'three']]], { width })[2];
  expect([15, 14, 10, 7].map(cut)).toEqual(['one, two, three', 'one, two, +1', 'one, +2', 'one, +2']);
  expect(cut(6)).toBe('o…, +2');
});

test('colours do not count as characters', () => {
  const paint = (text: string) => `\u001b[31m${text}\u001b[39m`;
  const painted = table([{ title: 'a', paint }, { title: 'b' }], [['xx', 'y']], { width: 10, paintHead: paint });
  expect(painted.map((line) => line.replaceAll(paint('#').split('#')[0], '').replaceAll('\u001b[39m', '')))
    .toEqual(table([{ title: 'a' }, { title: 'b' }], [['xx', 'y']], { width: 10 }));
  expect(painted[2]).toBe(`${paint('xx')}  y`);
});

test('no line ends in blanks', () => {
  const lines = table(COLUMNS, [['a', '1', 'long value'], ['b', '2', 'short']], { width: 100 });
  expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
});
