import type { Draft } from './draft';
import { programOf } from './program';
import type { Operation, Target } from './target';
import { isLanguage, writerOf } from './writers';
import { EXIT, type Report } from '../report';

/** What is written, and for which operation if it is a document. */
export interface Written {
  readonly format: string;
  readonly operation: Operation;
}

export function targetOf({ format, operation }: Written): Target {
  return isLanguage(format) ? 'program' : operation;
}

/** A draft as a program or a document; `notes` is what was warned of. */
export async function reportOf(draft: Draft, { format, operation }: Written, notes: readonly string[]): Promise<Report> {
  const content = await textOf(draft, { format, operation });
  return {
    exitCode: EXIT.OK,
    json: { format, ...!isLanguage(format) && { operation }, content, notes },
    text: () => content.trimEnd(),
  };
}

async function textOf(draft: Draft, { format, operation }: Written): Promise<string> {
  if (isLanguage(format)) return (await writerOf(format))(programOf(draft));
  if (format === 'cli-json') return (await import('./cli-json')).cliJson(draft, operation);
  return (await import('./cli-yaml')).cliYaml(draft, operation);
}
