import { captureLog, POOL } from '../handler/support';

test('a line is JSON with level, message, subject and details', () => {
  const { log, text, lines } = captureLog();
  log.info('settings applied', { paths: ['PoolName'] });
  expect(text()).toMatch(/^\{.*\}\n$/);
  expect(lines()).toEqual([
    { level: 'info', message: 'settings applied', requestType: 'Update', userPoolId: POOL, paths: ['PoolName'] },
  ]);
});

test('a text with a line break is still one line', () => {
  const { log, text } = captureLog();
  log.error('run failed', { reason: 'one\ntwo' });
  expect(text().trimEnd()).not.toContain('\n');
});
