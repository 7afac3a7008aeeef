import type { awscdk } from 'projen';

/** What esbuild put into the bundle. Beside the folder that becomes the function, as all that is not its code. */
const METAFILE = 'assets/handler.meta.json';

/**
 * The Lambda is bundled when this library is built, never when a user synthesizes: `assets/handler/index.js` goes into
 * the package as it was tested, with the licences of what is in it.
 */
export function addHandlerBundle(project: awscdk.AwsCdkConstructLibrary): void {
  const bundle = project.addTask('bundle', { description: 'Bundles the Lambda into assets/handler' });
  bundle.exec([
    'esbuild handler/index.ts --bundle --minify --platform=node --format=cjs',
    // the function runs on Node.js 22 at least (src/synth/runtime.ts), the tests of it on 20
    '--target=node20',
    // the ES modules of the packages shake; their CommonJS barrels would be six times the size
    '--main-fields=module,main',
    '--log-level=warning',
    // they are in a file of their own, which no function has to load
    '--legal-comments=none',
    `--metafile=${METAFILE}`,
    '--outfile=assets/handler/index.js',
  ].join(' '));
  bundle.exec(`tsx projenrc/third-party-licenses.ts ${METAFILE} assets/THIRD-PARTY-LICENSES.txt`);
  project.preCompileTask.spawn(bundle);
  // The tests run the shipped file, so a fresh clone builds it before its first test.
  project.testTask.prependSpawn(bundle);
}
