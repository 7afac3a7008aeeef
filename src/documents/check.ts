import type { DocumentFinding } from './finding';
import { checkLaws } from './laws';
import { placeOf } from './node';
import { checkOperations } from './operations';
import { inOrder, START, type Place } from './place';
import { readDocument, type Document } from './read';
import { checkUserPoolId } from './user-pool-id';
import { Walk } from './walk';
import type { JsonObject } from '../core/wire/json';
import type { Path } from '../core/wire/path';

/** A document, all that there is to say of it, and what it declares if none of that is an error. */
export interface CheckedDocument {
  /** By their places. */
  readonly findings: readonly DocumentFinding[];
  /** What is read of the members of both operations: without placeholders, and without the pool's id. */
  readonly settings: JsonObject;
  readonly userPoolId?: string;
  readonly document: Document;
}

/** The id is that of the pool which the document is for, where that is known and the document need not say it. */
export function checkDocument(bytes: Uint8Array, name: string, ofPool?: string): CheckedDocument {
  const document = readDocument(bytes, name);
  const { root, format } = document;
  if (!root) {
    const findings = document.faults
      .map(({ at, sentence }): DocumentFinding => ({ level: 'error', rule: format, path: [], sentence, ...at }));
    return { findings: sorted(findings), settings: {}, document };
  }
  const walk = new Walk(root, format);
  const { settings, userPoolId } = walk.read();
  const findings = [
    ...walk.findings,
    ...checkUserPoolId(root, userPoolId),
    ...checkOperations(root),
    ...checkLaws(root, settings, { userPoolId: userPoolId ?? ofPool, isSkeleton: walk.isSkeleton }),
  ];
  return { findings: sorted(findings), settings, userPoolId, document };
}

export function placeIn({ document: { root } }: CheckedDocument, path: Path): Place {
  return root ? placeOf(root, path) : START;
}

function sorted(findings: readonly DocumentFinding[]): DocumentFinding[] {
  return [...findings].sort(inOrder);
}
