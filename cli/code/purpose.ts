import type { Operation } from './target';

/** What a document is for, for whoever opens it. */
export function useOf(operation: Operation): string {
  return `For aws cognito-idp ${operation} --cli-input-yaml, and for UserPoolSettings.fromCliInput, for which nothing changes that is not here.`;
}

/** The beginning of a sentence: what else the operation does. */
export function replacing(operation: Operation): string {
  return `${operation} itself replaces: it may put back to its default what is not here`;
}
