/** What keeps an app from being tried, in one line; `output` is what the app itself had to say. */
export class Refusal extends Error {
  public override readonly name = 'Refusal';

  constructor(message: string, public readonly output = '') {
    super(message);
  }
}
