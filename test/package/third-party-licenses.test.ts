import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thirdPartyLicenses } from '../../projenrc/third-party-licenses';

let folder: string;

beforeEach(() => folder = mkdtempSync(join(tmpdir(), 'licenses-')));
afterEach(() => rmSync(folder, { recursive: true }));

function licensesOf(packages: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const inputs = { 'handler/index.ts': { bytesInOutput: 1 } };
  for (const [name, files] of Object.entries(packages)) {
    const root = join(folder, 'node_modules', name);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(join(root, 'package.json'), JSON.stringify({ name, version: '1.2.3', license: 'Apache-2.0' }));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
    Object.assign(inputs, { [join(root, 'dist', 'a.js')]: { bytesInOutput: 1 }, [join(root, 'index.js')]: { bytesInOutput: 0 } });
  }
  return thirdPartyLicenses({ outputs: { 'assets/handler/index.js': { inputs, bytes: 2, imports: [], exports: [] } } });
}

test('each package once, with its texts, equal texts once', () => {
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  expect(licensesOf({
    '@scope/one': { 'LICENSE': 'the licence\n', 'license.js': 'no text' },
    'three': { LICENSE: 'the licence' },
    'two': { 'LICENSE.md': 'another licence', 'NOTICE': 'a notice' },
  })).toBe([
    'assets/handler/index.js of this package contains code of these packages:',
    '@scope/one 1.2.3 (Apache-2.0)\nthree 1.2.3 (Apache-2.0)\n\nthe licence',
    'two 1.2.3 (Apache-2.0)\n\nanother licence\n\na notice\n',
  ].join(line));
});

test('a package without the text of its licence is not bundled', () => {
  expect(() => licensesOf({ one: { NOTICE: 'a notice' } })).toThrow(/one is bundled and has no file with its licence$/);
});

test('a package without it has that of its sister', () => {
  expect(licensesOf({ '@scope/one': { NOTICE: 'a notice' }, '@scope/two': { LICENSE: 'the licence' } }))
    .toContain('@scope/one 1.2.3 (Apache-2.0)\n@scope/two 1.2.3 (Apache-2.0)\n\nthe licence');
});
