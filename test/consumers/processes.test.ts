import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandFailure, has, run } from './processes';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'processes-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const node = async (script: string, seconds = 20) => run(process.execPath, ['-e', script], { cwd, env: { GREETING: 'hello' }, seconds });

test('all that a program writes is given', async () => {
  expect(await node('console.log(process.env.GREETING); console.error("there")')).toMatch(/^(hello\nthere|there\nhello)\n$/);
});

test('a program that fails is told with what it said', async () => {
  await expect(node('console.error("because"); process.exit(3)')).rejects.toThrow(/ended with 3\nbecause$/);
});

test('a program that takes too long is ended with what it started', async () => {
  const child = 'setTimeout(() => require("fs").writeFileSync("late", ""), 2000)';
  const failure = node(`require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]); setTimeout(() => {}, 20000)`, 1);
  await expect(failure).rejects.toThrow(/took longer than 1 s/);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(existsSync(join(cwd, 'late'))).toBe(false);
});

test('a program that is not there is told', async () => {
  await expect(run('no-such-program', [], { cwd, seconds: 5 })).rejects.toThrow(CommandFailure);
  expect([has('no-such-program'), has('node')]).toEqual([false, true]);
});
