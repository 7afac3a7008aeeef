import { propPath } from '../ledger/prop-path';
import { Problem } from '../problem';
import type { Finding } from './rule';
import { formatPath } from '../wire/path';

/** The prop's path, the API member in brackets, what is allowed and what to do. */
export function sentenceOf({ path, sentence }: Finding): string {
  return `${formatPath(propPath(path))} [${formatPath(path)}] ${sentence}`;
}

/** All errors in one refusal, without a value: what a deployment says may be read by many. */
export function refuse(findings: readonly Finding[]): void {
  const errors = findings.filter(({ level }) => level === 'error').map(sentenceOf);
  if (errors.length > 0) throw new Problem(`nothing was changed: ${errors.join('; ')}`);
}
