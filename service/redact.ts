/** What stands for a value that was taken out. */
const HIDDEN = '(hidden)';

/** Shorter values are parts of ordinary words. */
const SHORTEST = 4;

/** The service's way to quote: `Value 'abc' at 'policies.x' failed to satisfy constraint: …`. */
const QUOTED = /(Value )'[\s\S]*?'( at '[\w.[\]-]+' failed)/g;

const ARN = 'arn:[\\w-]+:[\\w-]+:[\\w-]*:\\d*:[^\\s"\',;]+';
const POOL_ID = '\\b[a-z]{2,}(?:-[a-z]+)+-\\d+_[0-9A-Za-z]+\\b';

/** Words of the API, the names of things, and what CloudFormation makes of booleans: without them no sentence is of use. */
const HARMLESS = [
  /^[A-Z_]+$/,
  /^(true|false|preferred|required|(verified_)?(email|phone_number)|preferred_username|admin_only|V[123]_0)$/,
  /^[a-z]{2,}(-[a-z]+)+-\d+$/,
  // An SES identity is an address or a domain of somebody, which no sentence needs.
  new RegExp(`^(?!arn:[\\w-]+:ses:)${ARN}$`),
  new RegExp(`^${POOL_ID}$`),
];

/**
 * Settings hold ExternalIds, message templates and addresses; replies end up in a stack's events and logs in the hands
 * of others. So a value that passed through this run never leaves it in a sentence, whoever wrote the sentence.
 */
export class Redactor {
  private readonly values = new Set<string>();

  /** Remembers every text in a document, at any depth, and in JSON within texts. */
  learn(document: unknown): void {
    if (typeof document === 'string') {
      if (document.length >= SHORTEST && !HARMLESS.some((pattern) => pattern.test(document))) this.values.add(document);
      if (/^\s*[[{]/.test(document)) this.learn(parse(document));
    } else if (typeof document === 'object' && document !== null) {
      for (const member of Object.values(document)) this.learn(member);
    }
  }

  redact(text: string): string {
    // One pass, longest value first: a shorter one must not break up a longer one, nor find itself in what stands for it.
    // ARNs and pool ids are taken as a whole, so that a value which is part of one does not make it unreadable.
    const known = [...this.values].sort((a, b) => b.length - a.length).map(patternOf);
    const pattern = new RegExp(known.length ? `(${known.join('|')})|${ARN}|${POOL_ID}` : '()(?!)', 'g');
    return text
      .replace(pattern, (whole: string, value: string | undefined) => (value === undefined ? whole : HIDDEN))
      .replace(QUOTED, `$1${HIDDEN}$2`);
  }
}

/** A plain word is taken out where it is one: not `auth` of `authorized`. */
function patternOf(value: string): string {
  return /^[A-Za-z]+$/.test(value) ? `\\b${value}\\b` : value.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
