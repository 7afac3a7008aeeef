import type { DocumentFinding } from './finding';
import { formatPath } from '../core/wire/path';

type Level = DocumentFinding['level'];

/** As compilers print them, so that editors and terminals lead to the place. */
export function lineOf(file: string, finding: DocumentFinding, shown: (level: Level) => string = (level) => level): string {
  const { line, column, level, path, sentence } = finding;
  const what = path.length > 0 ? `${formatPath(path)} ${sentence}` : sentence;
  return `${file}:${line}:${column}: ${shown(level)}: ${what}`;
}
