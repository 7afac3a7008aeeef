import picocolors from 'picocolors';
import type { Environment } from '../../service/endpoint';
import type { Output } from '../world';

export type Colours = ReturnType<typeof picocolors.createColors>;

/** Colours on a terminal, unless the environment or the command line says otherwise. */
export function coloursFor(output: Output, { NO_COLOR, FORCE_COLOR, TERM }: Environment, wanted = true): Colours {
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0';
  const isOn = wanted && !NO_COLOR && (isForced || (output.isTTY === true && TERM !== 'dumb'));
  return picocolors.createColors(isOn);
}
