export { checkDocument, placeIn, type CheckedDocument } from './check';
export type { DocumentFinding } from './finding';
export { lineOf } from './words';
