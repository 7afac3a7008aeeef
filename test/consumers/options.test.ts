import { LANGUAGE_NAMES, parse } from './options';

test('nothing given is all languages and examples, and nothing is required', () => {
  expect(parse([], {})).toEqual({ languages: LANGUAGE_NAMES, required: [], examples: [] });
});

test('languages and examples can be named, more than one of each', () => {
  expect(parse(['--language', 'python', '--example', 'one', '--language', 'go', '--example', 'two'], {}))
    .toEqual({ languages: ['python', 'go'], required: [], examples: ['one', 'two'] });
});

test.each([
  ['--require all', ['--require', 'all'], {}, LANGUAGE_NAMES],
  ['REQUIRE_CONSUMERS', [], { REQUIRE_CONSUMERS: '1' }, LANGUAGE_NAMES],
  ['an empty REQUIRE_CONSUMERS', [], { REQUIRE_CONSUMERS: '' }, []],
  ['one language', ['--require', 'go'], {}, ['go']],
  ['all that are run', ['--language', 'go', '--require', 'all'], {}, ['go']],
])('%s is required', (_, args, env, required) => {
  expect(parse(args, env).required).toEqual(required);
});

test.each([
  ['an option', ['--languages', 'go'], "Unknown option '--languages'; usage:"],
  ['an option of every object', ['constructor', 'go'], "Unexpected argument 'constructor'"],
  ['a language', ['--language', 'rust'], 'rust is no language; usage:'],
  ['a language that is required', ['--require', 'rust'], 'rust is no language'],
  ['a value', ['--language'], "'--language <value>' argument missing; usage:"],
])('%s that is not there is refused', (_, args, message) => {
  expect(() => parse(args, {})).toThrow(message);
});
