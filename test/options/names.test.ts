import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

// Who uses this library imports aws_cognito too: a name that both have is ambiguous in C# and in Java, and shadowed in Python.

const ROOT = join(__dirname, '..', '..');
const SOURCES = ['src', join('src', 'options')].flatMap((folder) => readdirSync(join(ROOT, folder))
  .filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(ROOT, folder, file), 'utf8')));
const OURS = SOURCES.flatMap((source) => [...source.matchAll(/^export (?:abstract )?(?:class|enum|interface) (\w+)/gm)].map(([, name]) => name));

interface Assembly {
  readonly version: string;
  readonly types: Readonly<Record<string, { readonly name: string; readonly namespace?: string }>>;
}

const assemblyIn = (modules: string) =>
  JSON.parse(gunzipSync(readFileSync(join(ROOT, modules, 'aws-cdk-lib', '.jsii.gz'))).toString()) as Assembly;

/** The newest one is there where it was installed as a second opinion. */
const CDKS = ['node_modules', join('test', 'second-opinion', 'newest-cdk', 'node_modules')]
  .filter((modules) => existsSync(join(ROOT, modules, 'aws-cdk-lib')));

test.each(CDKS)('no public name is one of aws_cognito, in the CDK of %s', (modules) => {
  const theirs = Object.values(assemblyIn(modules).types).filter(({ namespace }) => namespace === 'aws_cognito').map(({ name }) => name);
  expect(theirs).toContain('PasswordPolicy');
  expect(OURS).toContain('UserPoolPasswordPolicy');
  expect(OURS.filter((name) => theirs.includes(name))).toEqual([]);
});
