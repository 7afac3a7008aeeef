/** What a person can mend: one sentence that says what, where, what is allowed and what to do; never a value of a setting. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
