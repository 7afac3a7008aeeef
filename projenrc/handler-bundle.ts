import type { awscdk } from 'projen';

/**
 * The Lambda is bundled when this library is built, never when a user synthesizes: `assets/handler/index.js` goes into
 * the package as it was tested.
 */
export function addHandlerBundle(project: awscdk.AwsCdkConstructLibrary): void {
  const bundle = project.addTask('bundle', {
    description: 'Bundles the Lambda into assets/handler',
    exec: [
      'esbuild handler/index.ts --bundle --minify --platform=node --format=cjs',
      // the function runs on Node.js 22 at least (src/synth/runtime.ts), the tests of it on 20
      '--target=node20',
      // the ES modules of the packages shake; their CommonJS barrels would be six times the size
      '--main-fields=module,main',
      '--log-level=warning',
      '--legal-comments=none',
      '--outfile=assets/handler/index.js',
    ].join(' '),
  });
  project.preCompileTask.spawn(bundle);
  // The tests run the shipped file, so a fresh clone builds it before its first test.
  project.testTask.prependSpawn(bundle);
}
