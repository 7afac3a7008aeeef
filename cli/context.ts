import type { Session } from './aws/session';
import type { Progress } from './terminal/progress';
import type { World } from './world';

/** What a command has beside its own options. */
export interface Context {
  readonly world: World;
  readonly session: Session;
  readonly progress: Progress;
  /** A sentence on stderr that does not end the command. */
  warn(sentence: string): void;
}
