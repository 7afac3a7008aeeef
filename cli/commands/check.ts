import { readFile } from 'node:fs/promises';
import type { Json } from '../../src/core/wire/json';
import { formatPath } from '../../src/core/wire/path';
import type { DocumentFinding } from '../../src/documents';
import type { Context } from '../context';
import { Failure } from '../failure';
import { EXIT, type Report, type Style } from '../report';
import type { World } from '../world';

export interface CheckOptions {
  readonly json?: boolean;
}

interface Checked {
  readonly file: string;
  readonly findings: readonly DocumentFinding[];
}

const STDIN = '-';
const LEVELS = ['error', 'warning', 'note'] as const;
type Level = DocumentFinding['level'];

/** All that is wrong, doubtful or unfilled in documents for the AWS CLI, with the places. */
export async function check(_options: CheckOptions, { world }: Context, files: readonly string[]): Promise<Report> {
  const { checkDocument, lineOf } = await import('../../src/documents');
  const checked: Checked[] = [];
  for (const file of files) checked.push({ file, findings: checkDocument(await contents(file, world), file).findings });
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

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function asJson({ level, line, column, path, rule, sentence }: DocumentFinding): Json {
  return { level, line, column, path: formatPath(path), rule, sentence };
}

async function contents(file: string, { stdin }: World): Promise<Uint8Array> {
  if (file === STDIN) {
    const chunks: Buffer[] = [];
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(file);
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${reasonOf((error as NodeJS.ErrnoException).code)}`, { cause: error });
  }
}

function reasonOf(code: string | undefined): string {
  switch (code) {
    case 'ENOENT': return 'there is no such file, give the path of a document, or - for stdin';
    case 'EISDIR': return 'it is a directory, name the documents in it';
    case 'EACCES': return 'its permissions do not allow it';
    default: return `the system says ${code ?? 'no'}`;
  }
}
