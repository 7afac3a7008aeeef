import type { JsonObject } from '../../src/core/wire/json';
import { checkDocument, lineOf, type CheckedDocument } from '../../src/documents';

export function checked(text: string, name: string): CheckedDocument {
  return checkDocument(new TextEncoder().encode(text), name);
}

/** What is said of a document, without its name: `2:4: error: PoolName must be text`. */
export function said(text: string, name: 'a.json' | 'a.yaml'): string[] {
  return checked(text, name).findings.map((finding) => lineOf('', finding).slice(1));
}

export function settingsIn(text: string, name: 'a.json' | 'a.yaml'): JsonObject {
  return checked(text, name).settings;
}
