import type { Colours } from './terminal/colours';
import type { Json } from '../src/core/wire/json';

/** How the tool ends: all is well; it failed, or what it was asked to check is wrong; something differs. */
export const EXIT = { OK: 0, FAILED: 1, DIFFERS: 2 } as const;
export type ExitCode = typeof EXIT[keyof typeof EXIT];

/** How a person sees a report. */
export interface Style {
  readonly colours: Colours;
  /** Columns of the terminal, or a width that reads well. */
  readonly width: number;
}

/** What a command has to say, for people and for programs. */
export interface Report {
  readonly exitCode: ExitCode;
  /** What failed although there is something to tell, in one sentence; on stderr, after the rest. */
  readonly failure?: string;
  /** On stdout with `--json`, and nothing beside it. */
  readonly json: Json;
  /** On stdout otherwise; ends without a line break. */
  text(style: Style): string;
}
