import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Compiler, programOf, ROOT, snippetsOf } from './snippets';
import * as library from '../../src';

// The first one parses all of aws-cdk-lib.
jest.setTimeout(180_000);

const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md')).map((file) => join('docs', file))];
const SNIPPETS = PAGES.flatMap((page) => snippetsOf(readFileSync(join(ROOT, page), 'utf8'))
  .map((snippet) => [`${page}:${snippet.line}`, snippet] as const));

const compiler = new Compiler();
const errorsOf = (markdown: string) => snippetsOf(markdown).map((snippet) => compiler.errorsOf(programOf(snippet)));

test('the README has snippets', () => {
  expect(SNIPPETS.filter(([place]) => place.startsWith('README.md:')).length).toBeGreaterThan(5);
});

test.each(SNIPPETS)('the snippet at %s compiles', (_place, snippet) => {
  expect(compiler.errorsOf(programOf(snippet))).toEqual([]);
});

test('a snippet that does not compile is found', () => {
  expect(errorsOf([
    '```ts', "new UserPoolSettings(this, 'Settings', { userPool, deletionProtection: 'yes' });", '```',
    'a list', '', '```typescript nofixture', 'declare const pool: UserPool;', '```',
    '```ts', "import { UserPoolSetting } from 'cdk-cognito-user-pool-settings';", '```',
    '```text', 'no program', '```',
  ].join('\n'))).toEqual([
    [expect.stringContaining("Type 'string' is not assignable to type 'boolean")],
    [expect.stringContaining("Cannot find name 'UserPool'")],
    [expect.stringContaining("no exported member named 'UserPoolSetting'")],
  ]);
});

test('a snippet may import and declare what the fixture has, and its own', () => {
  expect(errorsOf([
    '```ts',
    "import { Duration, Tags } from 'aws-cdk-lib';", "import * as cognito from 'aws-cdk-lib/aws-cognito';",
    'declare const userPool: cognito.IUserPool;',
    "const stack = new Stack(app, 'Mine', { description: Duration.days(1).toString() });",
    "Tags.of(stack).add('pool', userPool.userPoolId);",
    '```',
  ].join('\n'))).toEqual([[]]);
});

test('snippets need to import no class and no enum of the library', () => {
  const fixture = readFileSync(join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');
  const lines = fixture.matchAll(/^ {2}export import (\w+) = cdk_cognito_user_pool_settings\.\1;$/gm);
  const names = [...lines].map(([, name]) => name);
  expect(names).toEqual(Object.keys(library).sort());
});
