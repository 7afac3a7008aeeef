'use strict';
const { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');
// The project's own: of all that is loaded here, this alone is not of this folder.
const esbuild = require('esbuild');

const ROOT = join(__dirname, '../../..');
const NAME = 'cdk-cognito-user-pool-settings';

/**
 * Loads the apps with the library as a user has it, in a node_modules below this folder: the newest CDK is what both find.
 * The library is compiled by itself, file by file, so that what is judged is never an older `lib`; its types are checked
 * elsewhere. Each process has a copy of its own, since several may run at once.
 */
exports.load = async () => {
  mkdirSync(join(__dirname, 'build'), { recursive: true });
  const folder = mkdtempSync(join(__dirname, 'build/'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

  const library = join(folder, 'node_modules', NAME);
  const src = join(ROOT, 'src');
  const common = { format: 'cjs', platform: 'node', target: 'node20', logLevel: 'warning' };
  const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.ts'));
  const entryPoints = files.map((file) => join(src, file));
  await esbuild.build({ ...common, entryPoints, outbase: src, outdir: join(library, 'lib') });
  cpSync(join(ROOT, 'assets'), join(library, 'assets'), { recursive: true });
  copyFileSync(join(ROOT, 'package.json'), join(library, 'package.json'));

  const apps = join(folder, 'apps.js');
  await esbuild.build({
    ...common,
    entryPoints: [join(__dirname, '../apps.ts')],
    outfile: apps,
    bundle: true,
    external: ['aws-cdk-lib', 'constructs'],
    plugins: [{ name: NAME, setup: ({ onResolve }) => onResolve({ filter: /\/src$/ }, () => ({ path: NAME, external: true })) }],
  });
  return { ...require(apps), library: require(library) };
};
