import { readFile } from 'node:fs/promises';
import { parse, type ParseError } from 'jsonc-parser';
import type { Answers } from './answers';
import { SET_USER_POOL_MFA_CONFIG } from '../../src/core/ledger/ledger';
import { isObject, type JsonObject } from '../../src/core/wire/json';
import { Failure } from '../failure';

const STDIN = '-';
const HOW = 'save what aws cognito-idp describe-user-pool and get-user-pool-mfa-config print with --output json';

/** Answers as the AWS CLI prints them: each in a file of its own or both in one, in any order. */
export async function savedAnswers(files: readonly string[], stdin: AsyncIterable<Buffer | string>): Promise<Answers> {
  const parts: { readonly name: string; readonly part: Partial<Answers> }[] = [];
  for (const file of files) {
    const name = file === STDIN ? 'stdin' : file;
    parts.push({ name, part: partsOf(name, parsed(name, await textOf(file, stdin))) });
  }
  const one = <K extends keyof Answers>(what: K, called: string): Answers[K] | undefined => {
    const found = parts.filter(({ part }) => part[what] !== undefined);
    const names = found.map(({ name }) => name).join(' and ');
    if (found.length > 1) throw new Failure(`${names} both have ${called}: give the answers of one pool`);
    return found[0]?.part[what];
  };
  const [pool, mfa] = [one('pool', 'a UserPool'), one('mfa', 'an answer of get-user-pool-mfa-config')];
  if (!pool) throw new Failure(`${parts.map(({ name }) => name).join(' and ')} has no UserPool: ${HOW}`);
  return { pool, ...mfa && { mfa } };
}

async function textOf(file: string, stdin: AsyncIterable<Buffer | string>): Promise<string> {
  if (file === STDIN) {
    const chunks: Buffer[] = [];
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
    return decoded(Buffer.concat(chunks));
  }
  try {
    return decoded(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code ?? 'unknown reason';
    throw new Failure(`${file} cannot be read (${why}): give the path of a saved answer, or - for stdin`, { cause: error });
  }
}

/** What PowerShell redirects into a file is UTF-16. */
function decoded(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

function parsed(name: string, text: string): JsonObject {
  const errors: ParseError[] = [];
  const value: unknown = text.trim() === '' ? undefined : parse(text, errors, { disallowComments: true });
  if (text.trim() === '') throw new Failure(`${name} is empty: ${HOW}`);
  if (errors.length > 0) {
    const lines = text.slice(0, errors[0].offset).split('\n');
    throw new Failure(`${name} is no JSON, as line ${lines.length}, column ${lines[lines.length - 1].length + 1} shows: ${HOW}`);
  }
  if (!isObject(value)) throw new Failure(`${name} is JSON, but no object: ${HOW}`);
  // The parser of positions assigns, and a key __proto__ is lost to it.
  return JSON.parse(text) as JsonObject;
}

function partsOf(name: string, document: JsonObject): Partial<Answers> {
  const { UserPool: pool, ResponseMetadata: _, ...others } = document;
  if (pool !== undefined && !isObject(pool)) throw new Failure(`the UserPool of ${name} is no object: ${HOW}`);
  // As --query UserPool leaves it.
  if (pool === undefined && typeof others.Id === 'string') return { pool: others };
  const isMfa = Object.keys(others).some((member) => Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, member));
  if (pool === undefined && !isMfa) {
    throw new Failure(`${name} is no answer of describe-user-pool or of get-user-pool-mfa-config: ${HOW}`);
  }
  return { ...pool && { pool }, ...isMfa && { mfa: others } };
}
