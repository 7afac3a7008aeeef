import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../package.json';

/** The version that this very run compiles and tests with. */
function installed(name: string): string {
  const folder = dirname(require.resolve(`${name}/package.json`));
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

test.each(Object.entries(packageJson.peerDependencies))('the tests run on the lowest %s that the package asks for, %s', (name, range) => {
  expect(range).toBe(`^${installed(name)}`);
});
