import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Answers } from './answers';
import { SET_USER_POOL_MFA_CONFIG } from '../../src/core/ledger/ledger';
import { isObject, type JsonObject } from '../../src/core/wire/json';
import { Failure } from '../failure';
import { bytesOf, STDIN } from '../files/bytes-of';

const HOW = 'save what aws cognito-idp describe-user-pool and get-user-pool-mfa-config print with --output json';

/** Answers as the AWS CLI prints them: each in a file of its own, or one behind the other, or side by side, in any order. */
export async function savedAnswers(files: readonly string[], stdin: AsyncIterable<Buffer | string>): Promise<Answers> {
  const parts: { readonly name: string; readonly part: Partial<Answers> }[] = [];
  for (const file of files) {
    const name = file === STDIN ? 'stdin' : file;
    const text = decoded(await bytesOf(file, stdin, 'a saved answer'));
    parts.push(...parsed(name, text).map((document) => ({ name, part: partsOf(name, document) })));
  }
  const one = <K extends keyof Answers>(what: K, called: string): Answers[K] | undefined => {
    const found = parts.filter(({ part }) => part[what] !== undefined);
    const names = namesOf(found);
    const both = names.length > 1 ? `${names.join(' and ')} each have ${called}` : `${names[0]} has ${called} twice`;
    if (found.length > 1) throw new Failure(`${both}: give the answers of one pool`);
    return found[0]?.part[what];
  };
  const [pool, mfa] = [one('pool', 'a UserPool'), one('mfa', 'an answer of get-user-pool-mfa-config')];
  if (!pool) throw new Failure(`there is no UserPool in ${namesOf(parts).join(' and ')}: ${HOW}`);
  return { pool, ...mfa && { mfa } };
}

function namesOf(parts: readonly { readonly name: string }[]): string[] {
  return [...new Set(parts.map(({ name }) => name))];
}

/** What PowerShell redirects into a file is UTF-16. */
function decoded(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

/** One document behind the other, as two commands print them into one stream. */
function parsed(name: string, text: string): JsonObject[] {
  if (text.trim() === '') throw new Failure(`${name} is empty: ${HOW}`);
  const documents: JsonObject[] = [];
  for (let start = 0; text.slice(start).trim() !== '';) {
    const errors: ParseError[] = [];
    const rest = text.slice(start);
    const tree = parseTree(rest, errors, { disallowComments: true });
    const wrong = errors.find(({ error }) => printParseErrorCode(error) !== 'EndOfFileExpected');
    if (!tree || wrong) throw new Failure(`${name} is no JSON, as ${placeOf(text, start + (wrong?.offset ?? 0))} shows: ${HOW}`);
    const end = tree.offset + tree.length;
    // By the parser of the language, since a key __proto__ is lost to the other.
    const value = JSON.parse(rest.slice(tree.offset, end)) as unknown;
    if (!isObject(value)) throw new Failure(`${name} is JSON, but no object: ${HOW}`);
    documents.push(value);
    start += end;
  }
  return documents;
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
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
