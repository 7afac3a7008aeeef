import type { LanguageName } from './options';

/** What is known of an example in a language. */
export interface Verdict {
  readonly intent: string;
  readonly language: LanguageName;
  readonly outcome: 'reference' | 'equal' | 'differs' | 'failed' | 'parsed';
  readonly seconds: number;
  /** What differs, or why it failed. */
  readonly details: readonly string[];
}

export const isBad = ({ outcome }: Verdict): boolean => outcome === 'differs' || outcome === 'failed';

/** A table of examples and languages. */
export function table(verdicts: readonly Verdict[], languages: readonly LanguageName[]): string {
  const intents = [...new Set(verdicts.map(({ intent }) => intent))].sort();
  const cell = (intent: string, language: LanguageName) => {
    const found = verdicts.find((verdict) => verdict.intent === intent && verdict.language === language);
    if (!found) return '-';
    return found.seconds > 0 ? `${found.outcome} ${found.seconds.toFixed(1)} s` : found.outcome;
  };
  const rows = [['', ...languages], ...intents.map((intent) => [intent, ...languages.map((language) => cell(intent, language))])];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((text, column) => text.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
}

const MOST_DETAILS = 10;

/** What is wrong, example by example. */
export function complaints(verdicts: readonly Verdict[]): string[] {
  return verdicts.filter(isBad).flatMap(({ intent, language, outcome, details }) => [
    `${intent} in ${language} ${outcome === 'differs' ? 'has another template than in typescript' : 'failed'}:`,
    ...details.slice(0, MOST_DETAILS).map((detail) => `  ${detail.replaceAll('\n', '\n  ')}`),
    ...details.length > MOST_DETAILS ? [`  and ${details.length - MOST_DETAILS} more`] : [],
  ]);
}
