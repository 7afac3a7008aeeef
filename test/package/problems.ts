import { isBuiltin } from 'node:module';
import { dirname, posix } from 'node:path';
import * as ts from 'typescript';

/** What `npm pack --json` tells of a package that it would make. */
export interface Packed {
  /** In bytes, compressed. */
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly bundledDependencies?: readonly string[];
}

/** Every language carries the whole package within its own, and every `cdk synth` of a fresh machine downloads it. */
export const MAX_SIZE = 800_000;

/** Uncompressed: what starts each time that somebody calls it, and what is read when it has something to do; under 1 MB together. */
const MAX_SIZES: Readonly<Record<string, number>> = { 'assets/cli/index.js': 55_000, 'assets/cli/run.js': 944_000 };

/** What is prebuilt carries all that it needs. */
const isPrebuilt = (path: string) => /^assets\/.*\.js$/.test(path);

const NEEDED = [
  '.jsii', '.jsii.tabl.json.gz', 'API.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json',
  'assets/THIRD-PARTY-LICENSES.txt', 'assets/cli/THIRD-PARTY-LICENSES.txt', 'assets/cli/index.js', 'assets/cli/run.js',
  'assets/handler/index.js',
  'lib/index.d.ts', 'lib/index.js',
];

const isOurs = (path: string) => NEEDED.includes(path) || /^lib\/(?!.*\.test\.)[\w./-]+(\.d\.ts|\.js)$/.test(path);

/** The modules that a file of the package asks for, by `import` and `require`. */
function requestsOf(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
}

function isThere(request: string, from: string, paths: readonly string[]): boolean {
  const path = posix.join(dirname(from), request);
  const endings = from.endsWith('.d.ts') ? ['.d.ts', '/index.d.ts'] : ['', '.js', '/index.js'];
  return endings.some((ending) => paths.includes(path + ending));
}

/** All that is wrong with a package before it is published. */
export function problemsOf(packed: Packed, manifest: Manifest, read: (path: string) => string): string[] {
  const paths = packed.files.map(({ path }) => path);
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const packageOf = (request: string) => /^(?:@[^/]+\/)?[^/]+/.exec(request)?.[0] ?? request;
  const bundled = manifest.bundledDependencies ?? [];
  const isAllowed = (path: string) => isOurs(path) || bundled.some((name) => path.startsWith(`node_modules/${name}/`));
  const isMet = (request: string, from: string) => request.startsWith('.')
    ? isThere(request, from, paths)
    : isBuiltin(request) || (!isPrebuilt(from) && dependencies.includes(packageOf(request)));
  return [
    ...[...NEEDED, ...bundled.map((name) => `node_modules/${name}/package.json`)].filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
    ...paths.filter((path) => !isAllowed(path)).map((path) => `${path} has no business in the package`),
    ...paths.filter((path) => path.startsWith('lib/') || isPrebuilt(path)).flatMap((path) => requestsOf(read(path))
      .filter((request) => !isMet(request, path))
      .map((request) => `${path} asks for ${request}, which is neither in the package nor a dependency of it`)),
    ...packed.files.filter(({ path, size }) => size > (MAX_SIZES[path] ?? Infinity))
      .map(({ path, size }) => `${path} has ${size} bytes, more than ${MAX_SIZES[path]}`),
    ...packed.size > MAX_SIZE ? [`the package has ${packed.size} bytes, more than ${MAX_SIZE}`] : [],
  ];
}
