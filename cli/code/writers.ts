import type { Writer } from './tree';
import { Failure } from '../failure';

/** What a program can be written in. */
export const LANGUAGES = ['typescript', 'python', 'java', 'csharp', 'go'] as const;
export type Language = typeof LANGUAGES[number];

export function isLanguage(format: string): format is Language {
  return (LANGUAGES as readonly string[]).includes(format);
}

export async function writerOf(language: Language): Promise<Writer> {
  switch (language) {
    case 'typescript': return (await import('./typescript')).typescript;
    case 'python': return (await import('./python')).python;
    case 'java': return (await import('./java')).java;
    case 'csharp': return (await import('./csharp')).csharp;
    case 'go': return (await import('./go')).go;
    default: throw new Failure(`a program is written in one of ${LANGUAGES.join(', ')}`);
  }
}
