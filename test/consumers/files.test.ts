import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { artifact } from './artifacts';
import { examplesOf, intentsIn } from './examples';
import { kilobytes, packagesIn } from './sizes';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consumers-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), 'x'.repeat(100));
  }
}

test('examples are the folders that have the language', () => {
  write('two/python/app.py', 'one/python/app.py', 'one/typescript/app.ts', 'README.md');
  expect(intentsIn(folder, [])).toEqual(['one', 'two']);
  expect(intentsIn(folder, ['two'])).toEqual(['two']);
  expect(intentsIn(folder, [], ['three'])).toEqual(['one', 'two', 'three']);
  expect(intentsIn(folder, ['three'], ['three'])).toEqual(['three']);
  expect(() => intentsIn(folder, ['three'])).toThrow('three is no example; there are one, two');
  expect(examplesOf(folder, 'typescript', ['one', 'two'])).toEqual([
    { intent: 'one', language: 'typescript', folder: join(folder, 'one', 'typescript') },
  ]);
});

test('a package is the one file with its ending', () => {
  expect(() => artifact(join(folder, 'js'), '.tgz')).toThrow(/holds no \.tgz file: build the packages first/);
  write('js/a.tgz', 'js/a.txt');
  expect(artifact(join(folder, 'js'), '.tgz')).toBe(join(folder, 'js', 'a.tgz'));
  write('js/b.tgz');
  expect(() => artifact(join(folder, 'js'), '.tgz')).toThrow(/holds more than one/);
});

test.each([
  ['files that are published', ['a.whl', 'a.tar.gz', 'a.txt'], [['a.tar.gz', 100], ['a.whl', 100]]],
  ['the library of Java alone', ['org/a-1.jar', 'org/a-1-sources.jar', 'org/a-1-javadoc.jar', 'org/a-1.jar.md5', 'org/a-1.pom'], [['org/a-1.jar', 100]]],
  ['sources as a whole', ['mod/a.go', 'mod/jsii/a.tgz'], [['2 files', 200]]],
])('of a language, %s count', (_, files, expected) => {
  write(...files);
  expect(packagesIn(folder).map(({ name, bytes }) => [name, bytes]).sort()).toEqual(expected);
});

test('a size is told in thousands of bytes', () => {
  expect(kilobytes(248_919)).toBe('249 kB');
});
