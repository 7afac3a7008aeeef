import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { said } from './support';
import { checkDocument, type DocumentFinding } from '../../src/documents';
import { declarations } from '../support/arbitraries';

/** A text with some of its characters taken out, doubled or replaced, as hands do it. */
function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const sign = fc.constantFrom('', '"', '\'', ',', ':', '{', '}', '[', ']', '\n', '\t', ' ', '#', '&', '*', '!', '-', '0', 'x', '\\', '/', '\0', '\ufeff', '{####}');
  return fc.tuple(texts, fc.array(fc.tuple(fc.nat(), fc.nat(2), sign), { minLength: 1, maxLength: 3 })).map(([text, edits]) =>
    edits.reduce((edited, [at, taken, put]) => edited.slice(0, at % (text.length + 1)) + put + edited.slice((at % (text.length + 1)) + taken), text));
}

function findingsOf(text: string, name: string): readonly DocumentFinding[] {
  return checkDocument(new TextEncoder().encode(text), name).findings;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

test('what is no JSON object is told, and what is one is not', () => {
  fc.assert(fc.property(damaged(declarations().map((document) => JSON.stringify(document, null, 2))), (text) => {
    expect(findingsOf(text, 'a.json').some(({ rule }) => rule === 'json')).toBe(!isObject(text));
  }), { numRuns: 300 });
});

test.each(['json', 'yaml'])('whatever is broken in %s, each finding has a place in the document and no value', (format) => {
  const texts = declarations().map((document) => format === 'json' ? JSON.stringify(document, null, 2) : stringify(document));
  fc.assert(fc.property(damaged(texts), (text) => {
    const lines = text.split(/\r\n|\n|\r/);
    for (const { line, column, sentence } of findingsOf(text, `a.${format}`)) {
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual(lines[line - 1].length + 1);
      expect(sentence).not.toMatch(/123456789012|example\.com|✓|Hej|urn:/);
    }
  }), { numRuns: 300 });
});

test.each(['json', 'yaml'] as const)('a document of the laws has no error in %s', (format) => {
  fc.assert(fc.property(declarations(), (document) => {
    const text = format === 'json' ? JSON.stringify(document) : stringify(document, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
    expect(said(text, `a.${format}`).filter((line) => !/^\d+:\d+: warning: /.test(line))).toEqual([]);
  }), { numRuns: 100 });
});
