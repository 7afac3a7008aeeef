import type { Place } from './place';
import type { Path } from '../core/wire/path';

/** What there is to say of a document. */
export interface DocumentFinding extends Place {
  /** A note is of what nobody has filled in yet, or of what another reader would see in it. */
  readonly level: 'error' | 'warning' | 'note';
  /** In the API's spelling; empty where the document as a whole is meant. */
  readonly path: Path;
  readonly rule: string;
  /** What is allowed and what to do; it never carries the value. */
  readonly sentence: string;
}

/** What keeps a text from being a document. */
export interface Fault {
  readonly at: Place;
  readonly sentence: string;
}

/** Of what follows the nesting by recursion, and comes to its end. */
export const TOO_DEEP = 'is nested deeper than any request: close the lists and objects';
