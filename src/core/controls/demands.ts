import type { Demand } from './control';

/* A template has numbers and booleans as text too: both spellings are one value. */

/** One of the words of an enum. */
export function oneOf(path: string, words: readonly string[], also = ''): Demand {
  const remedy = (words.length > 1 ? 'choose one of them' : 'choose it') + also;
  return { path, breaks: (value) => !words.includes(String(value)), asks: words.join(' or '), remedy };
}

/** The boolean, or the word of the API that a prop says as `true`. */
export function on(path: string, word = 'true'): Demand {
  return { path, breaks: (value) => ![word, 'true'].includes(String(value)), asks: 'true', remedy: 'switch it on' };
}

export function atLeast(path: string, least: number): Demand {
  return { path, breaks: (value) => Number(value) < least, asks: `${least} at least`, remedy: 'raise it' };
}

export function atMostDays(path: string, most: number): Demand {
  return { path, breaks: (value) => Number(value) > most, asks: `${most} days at most`, remedy: 'shorten it' };
}
