import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli';

const NAME = 'cdk-cognito-user-pool-settings';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'check-')); });
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const WRONG = 'PoolName: ""\npoolname: x\nMfaConfiguration: OFF\nYoung: 1\n';

test('each finding is a line that leads to its place, and the last line counts them', async () => {
  const path = file('wrong.yaml', WRONG);

  expect(await runCli(['check', path])).toEqual({
    code: 1,
    stderr: '',
    stdout: [
      `${path}:1:1: note: is a skeleton that is not filled in: its words and flags may be the skeleton's too, take out what nobody means to set`,
      `${path}:1:11: note: PoolName is not filled in yet: give it a value, or take it out`,
      `${path}:2:1: error: poolname is no member: did you mean PoolName`,
      `${path}:4:1: warning: Young is no member that this version knows: it goes to the service as it is, and may be younger than this version`,
      '1 document: 1 error, 1 warning, 2 notes',
      '',
    ].join('\n'),
  });
});

test('several documents are told one after the other', async () => {
  const [one, other] = [file('one.yml', 'PoolName: 1\n'), file('other.json', '{ "PoolName": "x", }')];

  const { code, stdout } = await runCli(['check', other, one]);
  expect(code).toBe(1);
  expect(stdout).toBe([
    `${other}:1:18: error: is a comma too many: take it out`,
    `${one}:1:11: error: PoolName is a number, and text belongs here: put it in quotes`,
    '2 documents: 2 errors, 0 warnings, 0 notes',
    '',
  ].join('\n'));
});

test.each([
  ['without a finding', 'PoolName: x\n', '1 document: 0 errors, 0 warnings, 0 notes\n'],
  ['with doubts alone', 'Young: 1\n', expect.stringMatching(/\n1 document: 0 errors, 1 warning, 0 notes\n$/)],
  ['that is not filled in', 'PoolName: ""\n', expect.stringMatching(/\n1 document: 0 errors, 0 warnings, 2 notes\n$/)],
])('a document %s is well', async (_, text, stdout) => {
  expect(await runCli(['check', file('well.yaml', text)])).toEqual({ code: 0, stderr: '', stdout });
});

test('a document may come from stdin', async () => {
  const { code, stdout } = await runCli(['check', '-'], { stdin: '{ "Policies": null }' });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^-:1:15: error: Policies is null, /);
});

test('--json is one JSON document, with the rule of each finding', async () => {
  const path = file('wrong.yaml', WRONG);
  const good = file('good.yaml', 'PoolName: x\n');

  const { code, stdout, stderr } = await runCli(['check', path, good, '--json']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    files: [
      {
        file: path,
        findings: [
          expect.objectContaining({ level: 'note', rule: 'skeleton', path: '' }),
          expect.objectContaining({ level: 'note', rule: 'placeholder', path: 'PoolName' }),
          { level: 'error', line: 2, column: 1, path: 'poolname', rule: 'unknown-member', sentence: 'is no member: did you mean PoolName' },
          expect.objectContaining({ level: 'warning', rule: 'unknown-member', path: 'Young', line: 4, column: 1 }),
        ],
      },
      { file: good, findings: [] },
    ],
  });
});

test('on a terminal the level has a colour, and the place can be clicked', async () => {
  const { stdout } = await runCli(['check', '-'], { stdin: 'poolName: x\n', isTerminal: true });
  expect(stdout).toContain('-:1:1: \u001b[31merror\u001b[39m: poolName is no member');
});

test.each([
  ['that is not there', 'nowhere.yaml', 'there is no such file, give the path of a document, or - for stdin'],
  ['that is a directory', '.', 'it is a directory, give the path of a document'],
])('a file %s ends the command', async (_, name, reason) => {
  const path = join(folder, name);
  expect(await runCli(['check', path])).toEqual({ code: 1, stdout: '', stderr: `${NAME}: ${path} cannot be read: ${reason}\n` });
});
