import { inApiWords } from './api-words';
import type { DocumentFinding } from './finding';
import { nameOf, placeOf, type ObjectNode } from './node';
import { mayBeGenerated } from './placeholders';
import { UNREADABLE } from './walk';
import { LEDGER } from '../core/ledger/ledger';
import { rowAt } from '../core/ledger/walk';
import { checkDeclared } from '../core/rules/check';
import type { Finding } from '../core/rules/rule';
import { RULES } from '../core/rules/rules';
import type { JsonObject } from '../core/wire/json';
import { parsePath, valueAt } from '../core/wire/path';

interface Circumstances {
  readonly userPoolId?: string;
  readonly isSkeleton: boolean;
}

const FOR_NOW = '(an error once all placeholders are filled in or taken out)';

/** What the rules say, at the places of what they say it of. */
export function checkLaws(root: ObjectNode, settings: JsonObject, { userPoolId, isSkeleton }: Circumstances): DocumentFinding[] {
  return checkDeclared(userPoolId, settings, (value) => value === UNREADABLE).map((finding) => {
    const { rule, level, path } = finding;
    const sentence = inApiWords(finding.sentence, path);
    const place = rule === 'key' ? nameOf(root, path) : placeOf(root, path);
    // Nobody can tell the words that a skeleton has at random from those that somebody chose.
    return isSkeleton && level === 'error' && isOfGenerated(finding, settings)
      ? { level: 'warning', rule, path, ...place, sentence: `${sentence} ${FOR_NOW}` }
      : { level, rule, path, ...place, sentence };
  });
}

/** Whether all that a rule has seen may be a skeleton's own. */
function isOfGenerated({ rule }: Finding, settings: JsonObject): boolean {
  const reads = RULES.find(({ id }) => id === rule)?.reads.map(parsePath) ?? [];
  return reads.length > 0 && reads.every((path) => mayBeGenerated(valueAt(settings, path), rowAt(LEDGER, path)));
}
