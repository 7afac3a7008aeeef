import type { Output } from '../world';

/** What takes a while is said while it does, to a person who waits; a pipe, a log and a program hear nothing. */
export interface Progress {
  /** What is being done now, such as `reading us-east-1_AbCdEfGhI`. */
  step(text: string): void;
  /** Before anything else is written. */
  done(): void;
}

const SILENT: Progress = { step: () => {}, done: () => {} };

const FRAMES = ['|', '/', '-', '\\'];
const FRAME_MS = 100;
const CLEAR_LINE = '\r\u001b[K';

/**
 * A spinner in one line. Those of packages end the process when it is interrupted, and what was begun would not be put in
 * order any more.
 */
export function progressOn(output: Output): Progress {
  if (output.isTTY !== true) return SILENT;
  // A line that wraps would not be cleared as a whole.
  const room = Math.max(0, (output.columns || 80) - 3);
  let turn = 0;
  let shown: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => output.write(`${CLEAR_LINE}${FRAMES[turn++ % FRAMES.length]} ${shown}`);
  return {
    step: (text) => {
      shown = text.slice(0, room);
      timer ??= setInterval(draw, FRAME_MS).unref();
      draw();
    },
    done: () => {
      clearInterval(timer);
      if (shown !== undefined) output.write(CLEAR_LINE);
      timer = shown = undefined;
    },
  };
}
