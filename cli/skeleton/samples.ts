import { LEDGER } from '../../src/core/ledger/ledger';
import type { Member, Members, Text } from '../../src/core/ledger/member';
import { fixedMembers, rowAt } from '../../src/core/ledger/walk';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { parsePath, type Path } from '../../src/core/wire/path';

export const REGION = 'us-east-1';
export const ACCOUNT = '123456789012';
export const USER_POOL_ID = `${REGION}_Example1`;

/** Texts by a part of the pattern that they have to match, the first that fits; a test holds them against the rows. */
const BY_PATTERN: readonly { readonly part: string; readonly sample: string }[] = [
  { part: '\\{####\\}', sample: 'Your code is {####}' },
  { part: '\\{##[', sample: 'Confirm your address: {##confirm##}' },
  { part: '@[', sample: 'help@example.com' },
  { part: '(?s).*', sample: 'Welcome {username}, your password is {####}' },
  { part: '\\s*]*', sample: 'Welcome {username}, your password is {####}' },
  { part: '\\p{L}', sample: 'Your code' },
];

/** What the rows tell no good value of. */
const BY_NAME: Readonly<Record<string, Json>> = {
  PoolName: 'customers',
  // With what a new pool has no second factor could be shown.
  MfaConfiguration: 'OPTIONAL',
  Enabled: true,
  EmailSendingAccount: 'DEVELOPER',
  // Whatever is a second factor cannot recover accounts.
  RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }],
  UserPoolTier: 'ESSENTIALS',
  AutoVerifiedAttributes: ['phone_number', 'email'],
  AttributesRequireVerificationBeforeUpdate: ['email'],
  EmailSubjectByLink: 'Confirm your address',
  SourceArn: `arn:aws:ses:${REGION}:${ACCOUNT}:identity/example.com`,
  From: 'Example <no-reply@example.com>',
  SnsRegion: REGION,
  Region: REGION,
  UserPoolTags: { team: 'identity' },
  AuthenticatedGrantTypes: ['code'],
  OpenDcrGrantTypes: ['code'],
  AllowedScopes: ['orders/read'],
  RelyingPartyId: 'auth.example.com',
};

/** A value for every setting: what a new pool has, where that is known and leaves room for the others. */
export function samples(members: Members): JsonObject {
  return samplesAt(members, []);
}

function samplesAt(members: Members, at: Path): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, sampleOf(member, [...at, name])]));
}

function sampleOf(member: Member, path: Path): Json {
  const name = path[path.length - 1];
  if (member.twinOf) return sampleOf(rowAt(LEDGER, parsePath(member.twinOf))!, parsePath(member.twinOf));
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name];
  // An empty text stands for nothing, and shows nothing.
  if (member.default !== undefined && member.default !== '') return member.default;
  const isLeaf = !['structure', 'keyed', 'list'].includes(member.kind);
  if (isLeaf && member.clear?.by === 'value') return member.clear.value;
  switch (member.kind) {
    case 'flag': return true;
    case 'integer': return member.min ?? 1;
    case 'choice': return member.values[0];
    case 'list': return [sampleOf(member.of, [...path, '0'])];
    case 'structure': return samplesAt(member.members, path);
    case 'keyed': return samplesAt(fixedMembers(member) ?? {}, path);
    default: return arnFor(member, path) ?? textFor(member, name);
  }
}

function arnFor({ prop }: Text, path: Path): string | undefined {
  switch (prop?.as) {
    case 'functionArn': return `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${kebab(path[1].replace(/Config$/, ''))}`;
    case 'roleArn': return `arn:aws:iam::${ACCOUNT}:role/cognito-sms`;
    case 'keyArn': return `arn:aws:kms:${REGION}:${ACCOUNT}:key/11111111-2222-4333-8444-555555555555`;
    default: return undefined;
  }
}

function textFor({ pattern = '' }: Text, name: string): string {
  return BY_PATTERN.find(({ part }) => pattern.includes(part))?.sample ?? kebab(name);
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
}
