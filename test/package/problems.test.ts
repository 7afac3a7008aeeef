import { MAX_SIZE, problemsOf } from './problems';

const GOOD: Readonly<Record<string, string>> = {
  '.jsii': '',
  '.jsii.tabl.json.gz': '',
  'API.md': '',
  'CHANGELOG.md': '',
  'LICENSE': '',
  'README.md': '',
  'package.json': '',
  'assets/THIRD-PARTY-LICENSES.txt': '',
  'assets/cli/THIRD-PARTY-LICENSES.txt': '',
  'assets/cli/index.js': '#!/usr/bin/env node\nrequire("node:path"); require("./run")',
  'assets/cli/run.js': 'require("node:https")',
  'assets/handler/index.js': 'require("https")',
  'node_modules/yaml/package.json': '',
  'node_modules/yaml/dist/index.js': 'require("whatever")',
  'lib/index.js': 'const a = require("aws-cdk-lib/aws-cognito"); const b = require("./other"); const c = require("node:path");',
  'lib/index.d.ts': "import { Construct } from 'constructs'; export * from './other';",
  'lib/other/index.js': 'exports.there = true;',
  'lib/other/index.d.ts': 'export declare const there: boolean;',
};
const MANIFEST = {
  dependencies: { yaml: '^2.0.0' },
  peerDependencies: { 'aws-cdk-lib': '^2.175.0', 'constructs': '^10.0.5' },
  bundledDependencies: ['yaml'],
};

function problems(files: Readonly<Record<string, string>>, size = 1000): string[] {
  return problemsOf({ size, files: Object.entries(files).map(([path, text]) => ({ path, size: text.length })) }, MANIFEST, (path) => files[path]);
}

test('a good package has no problems', () => {
  expect(problems(GOOD, MAX_SIZE)).toEqual([]);
});

const STRAY = [
  'lib/index.js.map', 'lib/index.test.js', 'lib/tsconfig.tsbuildinfo', 'src/index.ts', 'assets/handler.meta.json', '.env',
  'node_modules/other/index.js',
];

test.each(STRAY)(
  '%s has no business in it', (path) => {
    expect(problems({ ...GOOD, [path]: '' })).toEqual([`${path} has no business in the package`]);
  },
);

test('what users need is missed', () => {
  const { 'assets/handler/index.js': _handler, LICENSE: _license, 'node_modules/yaml/package.json': _yaml, ...rest } = GOOD;
  expect(problems(rest)).toEqual(['LICENSE is missing', 'assets/handler/index.js is missing', 'node_modules/yaml/package.json is missing']);
});

test.each([
  ['lib/index.js', 'const a = require("@aws-sdk/client-iam/dist");', '@aws-sdk/client-iam/dist'],
  ['lib/index.js', 'async function later() { await import("esbuild"); }', 'esbuild'],
  ['lib/index.js', 'const a = require("../handler");', '../handler'],
  ['lib/index.d.ts', "export * from './gone';", './gone'],
  ['lib/index.d.ts', "import type { Handler } from 'aws-lambda';", 'aws-lambda'],
  ['assets/cli/index.js', 'require("./gone")', './gone'],
  ['assets/cli/run.js', 'require("yaml")', 'yaml'],
])('%s: what %s asks for is missed', (path, source, request) => {
  expect(problems({ ...GOOD, [path]: source }))
    .toEqual([`${path} asks for ${request}, which is neither in the package nor a dependency of it`]);
});

test('a package that is too large', () => {
  expect(problems(GOOD, MAX_SIZE + 1)).toEqual(['the package has 800001 bytes, more than 800000']);
});

test.each([['index', 55_000], ['run', 944_000]])('a tool that is too large: %s', (name, most) => {
  expect(problems({ ...GOOD, [`assets/cli/${name}.js`]: ' '.repeat(most + 1) }))
    .toEqual([`assets/cli/${name}.js has ${most + 1} bytes, more than ${most}`]);
});
