import type { Assembly } from './assembly';
import type { Fact } from './facts';
import { publicMembers, type PublicMember } from './members';

/** What the documentation is held against. */
export interface Measure {
  /** The sections of API.md by their ids. */
  readonly reference: ReadonlyMap<string, string>;
  readonly ownWords: Readonly<Record<string, string>>;
  readonly facts: ReadonlyMap<string, Fact>;
}

export interface Coverage {
  readonly documented: number;
  readonly total: number;
  /** `Type.member: what is missing`. */
  readonly missing: readonly string[];
}

export function coverageOf(assembly: Assembly, measure: Measure): Coverage {
  const members = publicMembers(assembly).map((member) => ({ ...member, missing: missingOf(member, measure) }));
  return {
    documented: members.filter(({ missing }) => missing.length === 0).length,
    total: members.length,
    missing: [
      ...members.flatMap(({ name, missing }) => missing.map((what) => `${name}: ${what}`)),
      ...needlessWords(members, measure),
    ],
  };
}

function missingOf(member: PublicMember, measure: Measure): string[] {
  return [missingSummary, missingDefault, missingApi, missingInReference].flatMap((missing) => missing(member, measure));
}

/** jsii ends a long first paragraph at its first full stop or semicolon. */
function missingSummary({ docs: { summary } }: PublicMember): string[] {
  if (!summary || summary.startsWith('API:')) return ['no summary'];
  return summary.endsWith(';') ? ['its summary ends at a semicolon'] : [];
}

/** A parameter has no @default: its words say what happens without it. */
function missingDefault({ kind, isOptional, docs }: PublicMember): string[] {
  if (kind === 'parameter') {
    const isSaid = /\b(without|by default|not given)\b/.test(textOf(docs));
    return !isOptional || isSaid ? [] : ['optional, and does not say what happens without it'];
  }
  if (kind !== 'struct prop') return [];
  if (isOptional) return docs.default?.trim() ? [] : ['optional without @default'];
  return docs.default === undefined ? [] : ['required with @default'];
}

function missingApi({ kind, name, docs }: PublicMember, { ownWords, facts }: Measure): string[] {
  if (kind !== 'struct prop') return [];
  const named = apiMemberIn(docs.remarks);
  if (named === undefined) return isOwnWord(name, ownWords) ? [] : ['names no API member'];
  const { apiMembers, numbers } = facts.get(name) ?? { apiMembers: [named], numbers: [] };
  const said: readonly string[] = textOf(docs).match(/\d[\d,]*(?<!,)/g) ?? [];
  const absent = numbers.filter((number) => !said.includes(number));
  return [
    ...apiMembers.includes(named) ? [] : [`names the API member ${named}, and is ${apiMembers.join(' or ')}`],
    ...absent.length > 0 ? [`does not say the ends of its range: ${absent.join(', ')}`] : [],
  ];
}

/** jsii-docgen prints nothing of a constructor but its parameters. */
function missingInReference({ kind, anchor, docs }: PublicMember, { reference }: Measure): string[] {
  const section = reference.get(anchor);
  if (section === undefined) return ['not in API.md'];
  const printed = kind === 'constructor' ? [] : [docs.summary, docs.remarks, docs.default?.replace(/\n/g, ' ')];
  const isPrinted = printed.every((text = '') => section.includes(text.replace(/^-/, '').trim()));
  return isPrinted ? [] : ['API.md says something else: it is to be generated anew'];
}

function needlessWords(members: readonly PublicMember[], { ownWords }: Measure): string[] {
  const props = members.filter(({ kind, docs }) => kind === 'struct prop' && apiMemberIn(docs.remarks) === undefined);
  return Object.keys(ownWords)
    .filter((word) => !props.some(({ name }) => isOwnWord(name, { [word]: '' })))
    .map((word) => `${word}: is listed as a word of the library's own, and none of it lacks an API member`);
}

function isOwnWord(name: string, ownWords: Measure['ownWords']): boolean {
  return Object.hasOwn(ownWords, name) || Object.hasOwn(ownWords, name.split('.')[0]);
}

function apiMemberIn(remarks = ''): string | undefined {
  return /^API: `(\w[^`]*)`/m.exec(remarks)?.[1];
}

function textOf({ summary = '', remarks = '' }: PublicMember['docs']): string {
  return `${summary}\n${remarks}`;
}
