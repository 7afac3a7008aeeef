import { readFile } from 'node:fs/promises';
import { Failure } from '../failure';

export const STDIN = '-';

/** What a file has, or stdin; `what` is what it is to be, such as `a document`. */
export async function bytesOf(file: string, stdin: AsyncIterable<Buffer | string>, what: string): Promise<Buffer> {
  if (file === STDIN) {
    const chunks: Buffer[] = [];
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(file);
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${reasonOf((error as NodeJS.ErrnoException).code, what)}`, { cause: error });
  }
}

function reasonOf(code: string | undefined, what: string): string {
  switch (code) {
    case 'ENOENT': return `there is no such file, give the path of ${what}, or - for stdin`;
    case 'EISDIR': return `it is a directory, give the path of ${what}`;
    case 'EACCES': return 'its permissions do not allow it';
    default: return `the system says ${code ?? 'no'}`;
  }
}
