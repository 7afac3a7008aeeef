import { progressOn } from '../../cli/terminal/progress';
import { runCli } from '../support/cli';

const CLEAR_LINE = '\r\u001b[K';
const NOWHERE = ['import', '--user-pool-id', 'us-east-1_Example1', '--endpoint-url', 'nowhere'];

function spinner(output: { readonly isTTY?: boolean; readonly columns?: number }) {
  const written: string[] = [];
  return { written, progress: progressOn({ ...output, write: (text) => written.push(text) }) };
}

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

test('it turns in one line, and leaves nothing of it', () => {
  const { written, progress } = spinner({ isTTY: true, columns: 20 });
  progress.step('reading');
  jest.advanceTimersByTime(200);
  progress.step('reading what is longer than the line');
  progress.done();
  jest.advanceTimersByTime(1000);
  expect(written).toEqual([
    `${CLEAR_LINE}| reading`, `${CLEAR_LINE}/ reading`, `${CLEAR_LINE}- reading`, `${CLEAR_LINE}\\ reading what is l`, CLEAR_LINE,
  ]);
});

test('a terminal that does not tell its width has one all the same', () => {
  const { written, progress } = spinner({ isTTY: true, columns: 0 });
  progress.step('reading');
  progress.done();
  expect(written).toEqual([`${CLEAR_LINE}| reading`, CLEAR_LINE]);
});

test('a pipe hears nothing, and nobody takes over the signals', () => {
  const listeners = process.listenerCount('SIGINT');
  const { written, progress } = spinner({});
  progress.step('reading');
  progress.done();
  expect(written).toEqual([]);
  spinner({ isTTY: true }).progress.step('reading');
  expect(process.listenerCount('SIGINT')).toBe(listeners);
});

test('a person before a terminal sees it on stderr, unless a program reads', async () => {
  jest.useRealTimers();
  const { stdout, stderr } = await runCli(NOWHERE, { isTerminal: true });
  expect(stdout).toBe('');
  expect(stderr).toContain(`${CLEAR_LINE}| reading us-east-1_Example1`);
  expect((await runCli([...NOWHERE, '--json'], { isTerminal: true })).stderr).not.toContain('reading');
});
