import { codes, code, GENERATED, table, tableOfUsed } from './markdown';
import { differing, settingEvidence, support } from './settings/evidence';
import { json, membersOf, propOf, SETTINGS, shown } from './settings/members';
import { resetOf } from './settings/reset';
import { valueOf } from './settings/value';
import { wordsOf } from './settings/words';
import { LEDGER, SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL, type SettingName } from '../../src/core/ledger/ledger';
import type { Member } from '../../src/core/ledger/member';
import type { Row } from '../../src/core/ledger/walk';

export function settingsPage(): string {
  return `${GENERATED}

# Settings

Every member of \`UpdateUserPool\` and \`SetUserPoolMfaConfig\`, what is known of it, and who found it out. Nothing here was run
against AWS by this project: "live" is a dated measurement that a third party published. The numbers that begin with H and R
are those of [behaviour.md](behaviour.md). What settings have to agree on is in [rules.md](rules.md), the calls that change MFA
are in [mfa.md](mfa.md).

## How to read this page

Each setting of the top level has a heading, lines that hold for all of it, and a table with a row for each of its members. The
prop comes first, the API member below it. A column in which no member of a setting has anything to say is left out there.

- **Value**: what the prop takes. A list is complete: it replaces the pool's.
- **Default**: the service's own. To the pool, this value and none at all are the same. Where it is empty, having none is a
  state of its own, and the default is what reset says.
- **Reset**: how \`clear\`, and \`onRemoval: RESET_TO_DEFAULT\` once the prop is gone, put the member back to the service's
  default: they send this value, or leave the member out of what they send and verify that it is gone.
- **Left out**: what a request without the member does to it, which is why every described member is sent back; what is said of
  a setting holds for what is in it. *Unknown* is what is contradictory, or has not been measured.
- **Evidence**: who found out what an omission does.
- **CloudFormation**: \`native\` is what \`AWS::Cognito::UserPool\` handles well; \`ManagedUserPool\` has that in the properties of
  the pool. All else it has applied by the function: \`young\`, for which the oldest CDK that this library takes has no word;
  \`poor\`, which CloudFormation does not handle well; \`missing\`, for which it has no property.
- **Plan**: the lowest feature plan that takes it; without a word, any does.
- **SDK**: the version of the AWS SDK for JavaScript that first had it, for the young ones.

## All settings

${table(['setting', 'API member', 'left out', 'CloudFormation', 'plan'], SETTINGS.map(indexRow))}

${SETTINGS.map(block).join('\n\n')}
`;
}

function indexRow(name: SettingName): string[] {
  const { omission, cloudFormation, tier } = settingEvidence([name]);
  return [`[${code(propOf([name]))}](#${propOf([name]).toLowerCase()})`, code(name), omission.effect, cloudFormation.support, tier ?? ''];
}

const APIS = { UpdateUserPool: UPDATE_USER_POOL, SetUserPoolMfaConfig: SET_USER_POOL_MFA_CONFIG };

function block(name: SettingName): string {
  const { omission, cloudFormation, tier, since } = settingEvidence([name]);
  const calls = Object.entries(APIS).filter(([, { members }]) => Object.hasOwn(members, name)).map(([call]) => call);
  const isSameInside = cloudFormation.property === name && LEDGER.members[name].kind === 'structure';
  return `### ${code(propOf([name]))}

- API: ${code(name)} of ${codes(calls).replace(', ', ' and ')}
- Left out: ${omission.effect}
- Evidence: ${omission.seen}
- CloudFormation: ${support(cloudFormation)}${isSameInside ? '; its members have the same names there' : ''}
${[...tier ? [`- Plan: ${tier}${tier === 'PLUS' ? '' : ' or higher'}`] : [], ...since ? [`- SDK: since ${since}`] : []].map((line) => `${line}\n`).join('')}
${tableOfUsed(COLUMNS.map(([head]) => head), membersOf(name).map((row) => COLUMNS.map(([, cellOf]) => cellOf(row))))}`;
}

const COLUMNS: ReadonlyArray<readonly [string, (row: Row) => string]> = [
  ['setting', ({ path }) => `${code(propOf(path))}<br>${code(shown(path))}`],
  ['value', ({ member }) => valueOf(member)],
  ['default', ({ member }) => defaultOf(member)],
  ['reset', ({ path, member }) => resetOf(path, member)],
  ['left out', ({ path }) => differing(path, 'omission', ({ effect, seen }) => `${effect}: ${seen}`, ({ effect }) => effect)],
  ['CloudFormation', ({ path }) => differing(path, 'cloudFormation', support, ({ support: word }) => word)],
  ['plan', ({ path }) => differing(path, 'tier', (tier) => tier)],
  ['SDK', ({ path }) => differing(path, 'since', (since) => `since ${since}`)],
  ['more', ({ path, member }) => wordsOf(path, member)],
];

function defaultOf({ default: standard, alsoDefault }: Member): string {
  // An empty text is no value that one could declare: it says that there is none.
  if (standard === undefined || standard === '') return '';
  return alsoDefault === undefined ? json(standard) : `${json(standard)}, and ${json(alsoDefault)} counts as that`;
}
