/** A refusal of ours, in words for the user: what, where, what is allowed, what to do. It carries no value of a setting. */
export class Problem extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Problem';
  }
}
