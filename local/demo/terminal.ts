import { coloursFor, type Colours } from './colours';

const MOST_COLUMNS = 100;

export interface Terminal {
  readonly colours: Colours;
  readonly width: number;
}

/** How this terminal, pipe or file wants to be written to. */
export function terminalOf(out: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Terminal {
  return { colours: coloursFor(out, env), width: Math.min(out.columns || MOST_COLUMNS, MOST_COLUMNS) };
}
