import { distance } from 'fastest-levenshtein';
import { LEDGER } from '../core/ledger/ledger';
import type { Structure } from '../core/ledger/member';
import { READ_ONLY } from '../core/ledger/read-only';
import { rows } from '../core/ledger/walk';
import { formatPath, type Path } from '../core/wire/path';

/** What is said of a name that is none of its structure's. */
export interface Stranger {
  readonly level: 'error' | 'warning';
  readonly rule: string;
  readonly sentence: string;
  /** The name that it is taken for. */
  readonly meant?: string;
}

export const USER_POOL_ID = 'UserPoolId';

/** What the answers of the service call otherwise than its requests. */
const RENAMED: Readonly<Record<string, string>> = { Name: 'PoolName', Id: USER_POOL_ID };

/** A typing error is two of these at most; names that differ in a number are different names. */
const MOST_EDITS = 2;
const LEAST_LETTERS = 4;

export function stranger(name: string, under: Path, { members }: Structure): Stranger {
  const known = Object.keys(members);
  const alike = known.find((other) => letters(other) === letters(name));
  if (alike) return misspelt(alike);
  const answer = under.length === 0 ? ofAnswer(name) : undefined;
  if (answer) return { level: 'error', rule: 'read-only', sentence: answer };
  const near = known.filter((other) => isNear(name, other)).sort((one, other) => distance(name, one) - distance(name, other))[0];
  return near === undefined ? younger(name) : misspelt(near);
}

/** What has no place in a request though the service has a word for it. */
function ofAnswer(name: string): string | undefined {
  if (Object.hasOwn(RENAMED, name)) return `is the name of an answer of the service: in a request it is ${RENAMED[name]}`;
  if (READ_ONLY.has(name)) return 'is read-only, the service returns it and takes it in no update: take it out';
  if (name === 'Schema') return 'is set when a pool is created, and in no update: take it out';
  return name === 'UserPool' ? 'is the answer of describe-user-pool, and no request: make one of it by import --from' : undefined;
}

function misspelt(known: string): Stranger {
  return { level: 'error', rule: 'unknown-member', sentence: `is no member: did you mean ${known}`, meant: known };
}

function younger(name: string): Stranger {
  const elsewhere = rows(LEDGER).map(({ path }) => path).filter((path) => path.at(-1) === name && !path.includes('[]')).map(formatPath);
  const sentence = elsewhere.length > 0
    ? `is no member that this version knows here, where it is ${elsewhere.join(' or ')}: it goes to the service as it is`
    : 'is no member that this version knows: it goes to the service as it is, and may be younger than this version';
  return { level: 'warning', rule: 'unknown-member', sentence };
}


const letters = (name: string) => name.toLowerCase().replace(/[-_\s]/g, '');
const digits = (name: string) => name.replace(/\D/g, '');

function isNear(name: string, known: string): boolean {
  const isOther = name.length < LEAST_LETTERS || digits(name) !== digits(known);
  return !isOther && distance(name.toLowerCase(), known.toLowerCase()) <= MOST_EDITS;
}
