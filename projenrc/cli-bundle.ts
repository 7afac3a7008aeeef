import type { awscdk } from 'projen';

const FILE = 'assets/cli/index.js';
const METAFILE = 'assets/cli.meta.json';

export const CLI = {
  bin: { 'cdk-cognito-user-pool-settings': FILE },
  /** What the tool is bundled from: none of it is a dependency of the package. */
  devDeps: [
    '@aws-cdk/cloud-assembly-api',
    '@aws-sdk/client-cloudformation',
    '@aws-sdk/credential-provider-node',
    '@smithy/core',
    'codemaker',
    // Version 15 asks for Node.js 22; this package promises 20.
    'commander@^14',
    'picocolors',
  ],
};

/** The command-line tool is one file, built when this library is built. */
export function addCliBundle(project: awscdk.AwsCdkConstructLibrary): void {
  const bundle = project.addTask('bundle:cli', { description: 'Bundles the command-line tool into assets/cli' });
  bundle.exec('tsx cli/code/generate-types.ts', { name: 'the names of the structs and enums that code is made of' });
  bundle.exec([
    'esbuild cli/index.ts --bundle --minify --platform=node --format=cjs --target=node20',
    '--main-fields=module,main',
    '--banner:js="#!/usr/bin/env node"',
    '--log-level=warning',
    '--legal-comments=none',
    `--metafile=${METAFILE}`,
    `--outfile=${FILE}`,
  ].join(' '));
  bundle.exec(`chmod +x ${FILE}`);
  bundle.exec(`tsx projenrc/third-party-licenses.ts ${METAFILE} assets/cli/THIRD-PARTY-LICENSES.txt`);
  project.preCompileTask.spawn(bundle);
  project.testTask.prependSpawn(bundle);
}
