/** What is known of a text that somebody may be told. */
export interface Row {
  /** A piece of the text in the source, without what only the run knows. */
  readonly of: string;
  /** Why it is told. */
  readonly cause: string;
  readonly remedy: string;
  /** What Cognito answered, for the sentences that follow from that. */
  readonly answer?: Answer;
}

export interface Answer {
  readonly code: string;
  readonly message?: string;
  /** What the page says in place of the code. */
  readonly shown?: string;
}

/** A text of somebody else, which no source here has. */
export interface ForeignRow {
  readonly text: string;
  readonly cause: string;
  readonly remedy: string;
}
