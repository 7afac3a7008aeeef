import type { Json } from '../../src/core/wire/json';
import { formatPath } from '../../src/core/wire/path';
import type { DocumentFinding } from '../../src/documents';
import type { Context } from '../context';
import { bytesOf } from '../files/bytes-of';
import { EXIT, type Report, type Style } from '../report';
import { counted } from '../terminal/counted';

interface Checked {
  readonly file: string;
  readonly findings: readonly DocumentFinding[];
}

const LEVELS = ['error', 'warning', 'note'] as const;
type Level = DocumentFinding['level'];

/** All that is wrong, doubtful or unfilled in documents for the AWS CLI, with the places. */
export async function check(_options: object, { world }: Context, files: readonly string[]): Promise<Report> {
  const { checkDocument, lineOf } = await import('../../src/documents');
  const checked: Checked[] = [];
  for (const file of files) {
    const bytes = await bytesOf(file, world.stdin, 'a document');
    checked.push({ file, findings: checkDocument(bytes, file).findings });
  }
  const all = checked.flatMap(({ findings }) => findings);
  const count = (level: Level) => all.filter((finding) => finding.level === level).length;
  return {
    exitCode: count('error') > 0 ? EXIT.FAILED : EXIT.OK,
    json: { files: checked.map(({ file, findings }) => ({ file, findings: findings.map(asJson) })) },
    text: ({ colours }) => [
      ...checked.flatMap(({ file, findings }) => findings.map((finding) => lineOf(file, finding, painted(colours)))),
      `${counted(files.length, 'document')}: ${LEVELS.map((level) => counted(count(level), level)).join(', ')}`,
    ].join('\n'),
  };
}

function painted({ red, yellow, cyan }: Style['colours']): (level: Level) => string {
  const paint = { error: red, warning: yellow, note: cyan };
  return (level) => paint[level](level);
}

function asJson({ level, line, column, path, rule, sentence }: DocumentFinding): Json {
  return { level, line, column, path: formatPath(path), rule, sentence };
}
