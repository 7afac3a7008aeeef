import type { awscdk } from 'projen';

const FOLDER = 'assets/cli';
const FILE = `${FOLDER}/index.js`;
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

/**
 * The command-line tool is built when this library is built. What reads the command line is a file of its own, so that help and
 * mistakes are told before the rest is read.
 */
export function addCliBundle(project: awscdk.AwsCdkConstructLibrary): void {
  const bundle = project.addTask('bundle:cli', { description: `Bundles the command-line tool into ${FOLDER}` });
  bundle.exec('tsx cli/code/generate-types.ts', { name: 'the names of the structs and enums that code is made of' });
  bundle.exec([
    'esbuild cli/index.ts cli/run.ts --bundle --minify --platform=node --format=cjs --target=node20',
    '--main-fields=module,main',
    // Only the command line asks for it; by `require`, since `import` in a CommonJS module wants an ending that the sources do not write.
    '--external:./run --supported:dynamic-import=false',
    '--banner:js="#!/usr/bin/env node"',
    '--log-level=warning',
    '--legal-comments=none',
    `--metafile=${METAFILE}`,
    `--outdir=${FOLDER}`,
  ].join(' '));
  bundle.exec(`chmod +x ${FILE}`);
  bundle.exec(`tsx projenrc/third-party-licenses.ts ${METAFILE} ${FOLDER}/THIRD-PARTY-LICENSES.txt`);
  project.preCompileTask.spawn(bundle);
  project.testTask.prependSpawn(bundle);
}
