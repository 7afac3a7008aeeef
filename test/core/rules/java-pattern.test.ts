import { javaPattern } from '../../../src/core/rules/java-pattern';

const SUBJECT = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+';

test.each([
  ['holds for the whole value', '[a-z]+', 'abc', true],
  ['holds for no part of it', '[a-z]+', 'abc1', false],
  ['knows letters of all scripts', SUBJECT, 'Ваш код 确认 ✓ é', true],
  ['has ASCII\'s white space only', SUBJECT, 'a\u00a0b', false],
  ['has no control characters', SUBJECT, 'a\u0000b', false],
  ['takes a character beyond 16 bits for one', '.', '😀', true],
  ['lets no line end through a dot', '.*\\{####\\}.*', 'a\n{####}', false],
  ['lets no Java line end through a dot', '.*\\{####\\}.*', 'a\u0085{####}', false],
  ['lets line ends through a dot when asked to', '(?s).*', 'a\nb', true],
  ['has no end inside a class', '[\\w\\s+=,.@-]+', 'my.pool @ home', true],
])('a pattern %s', (_title, pattern, value, matches) => {
  expect(javaPattern(pattern).test(value)).toBe(matches);
});
