import { createSpinner } from 'nanospinner';
import type { Output } from '../world';

/** What takes a while is said while it does, to a person who waits; a pipe, a log and a program hear nothing. */
export interface Progress {
  /** What is being done now, such as `reading us-east-1_AbCdEfGhI`. */
  step(text: string): void;
  /** Before anything else is written. */
  done(): void;
}

const SILENT: Progress = { step: () => {}, done: () => {} };

export function progressOn(output: Output): Progress {
  if (output.isTTY !== true) return SILENT;
  const spinner = createSpinner('', { stream: output as NodeJS.WriteStream });
  let isSpinning = false;
  return {
    step: (text) => {
      if (isSpinning) spinner.update({ text });
      else spinner.start({ text });
      isSpinning = true;
    },
    done: () => {
      if (isSpinning) spinner.clear().reset();
      isSpinning = false;
    },
  };
}
