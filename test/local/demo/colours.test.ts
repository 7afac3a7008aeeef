import { coloursFor } from '../../../local/demo/colours';

const TERMINAL = { isTTY: true };
const coloured = (out: { isTTY?: boolean }, env: NodeJS.ProcessEnv) => coloursFor(out, env).isColorSupported;

test('a terminal has colours, a dumb one and a pipe have none', () => {
  expect(coloured(TERMINAL, {})).toBe(true);
  expect(coloured(TERMINAL, { TERM: 'dumb' })).toBe(false);
  expect(coloured({}, {})).toBe(false);
});

test('a pipe has none in a CI either', () => {
  expect(coloured({}, { CI: 'true' })).toBe(false);
});

test('NO_COLOR and FORCE_COLOR are honoured, the former first', () => {
  expect(coloured(TERMINAL, { NO_COLOR: '1' })).toBe(false);
  expect(coloured({}, { FORCE_COLOR: '1' })).toBe(true);
  expect(coloured(TERMINAL, { FORCE_COLOR: '0' })).toBe(false);
  expect(coloured({}, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
});
