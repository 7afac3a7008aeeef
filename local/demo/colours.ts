import { createColors } from 'picocolors';

export type Colours = ReturnType<typeof createColors>;

/**
 * Colours for a terminal, none for a pipe. picocolors by itself would colour every run in a CI and on Windows, also into
 * a file.
 */
export function coloursFor(out: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Colours {
  return createColors(wantsColours(out, env));
}

function wantsColours(out: { readonly isTTY?: boolean }, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return out.isTTY === true && TERM !== 'dumb';
}
