import { code, GENERATED, table } from './markdown';
import { clearingOf } from '../../src/core/ledger/clearing';
import { EVIDENCE, NESTED_EVIDENCE, type CloudFormation, type Evidence } from '../../src/core/ledger/evidence';
import { LEDGER, type SettingName } from '../../src/core/ledger/ledger';
import type { Clearing, Member } from '../../src/core/ledger/member';
import { propPath } from '../../src/core/ledger/prop-path';
import { rows } from '../../src/core/ledger/walk';
import { formatPath, type Path } from '../../src/core/wire/path';

export function settingsPage(): string {
  return `${GENERATED}

# Settings

What is known of every member of \`UpdateUserPool\` and \`SetUserPoolMfaConfig\`, and who found it out. Nothing here was run
against AWS by this project: "live" is a dated measurement that a third party published.

## By setting

*Omitted* is what a request that leaves the member out does to it. It is why every described member is sent back.

${table(
  ['prop', 'API member', 'omitted', 'seen', 'CloudFormation', 'plan', 'AWS SDK since'],
  Object.entries(EVIDENCE).map(([name, evidence]) => settingRow(name as SettingName, evidence)),
)}

Further in:

${table(['API member', 'plan', 'AWS SDK since', 'CloudFormation', 'omitted'], Object.entries(NESTED_EVIDENCE).map(([path, evidence]) => {
  const { tier, since, cloudFormation, omission } = evidence;
  return [code(path), tier ?? '', since ?? '', cloudFormation ? support(cloudFormation) : '', omission ? `${omission.effect}: ${omission.seen}` : ''];
}))}

## Defaults, echo and the way back

*Default* is what the pool has when nobody ever set the member: an absent member and this value are the same. *Sent back* is
said where a described value does not simply go back as it came. *Way back* is what puts the member back to the service's
default, for \`clear\` and \`onRemoval\`: an explicit value; leaving it out of what is sent, which is verified; or nothing.

${table(['API member', 'default', 'sent back', 'way back', 'same setting as', 'not beside'], rows(LEDGER).flatMap(({ path, member }) => {
  const cells = lawCells(path, member);
  return cells.some((cell) => cell !== '') ? [[code(path.join('.').replace(/\.\[\]/g, '[]')), ...cells]] : [];
}))}
`;
}

function settingRow(name: SettingName, { omission, cloudFormation, tier, since }: Evidence): string[] {
  return [code(formatPath(propPath([name]))), code(name), omission.effect, omission.seen, support(cloudFormation), tier ?? '', since ?? ''];
}

function support({ support: how, property, why }: CloudFormation): string {
  return [how, property && code(property), why].filter(Boolean).join(': ');
}

function lawCells(path: Path, member: Member): string[] {
  const { default: standard, alsoDefault, echo, complete, twinOf, excludes } = member;
  return [
    [standard, alsoDefault].filter((value) => value !== undefined).map((value) => code(JSON.stringify(value))).join(' or '),
    echo === undefined || echo === 'always' ? '' : ECHO[echo] + (complete ? `: ${complete.map(code).join(', ')}` : ''),
    path.includes('[]') ? '' : wayBack(clearingOf(path)),
    twinOf ? code(twinOf) : '',
    excludes === undefined ? '' : Array.isArray(excludes) ? excludes.map(code).join(', ')
      : Object.entries(excludes).map(([value, names]) => `${code(value)}: ${(names as string[]).map(code).join(', ')}`).join('; '),
  ];
}

function wayBack(clearing: Clearing): string {
  switch (clearing.by) {
    case 'value': return code(JSON.stringify(clearing.value));
    case 'omission': return 'left out';
    case 'impossible': return `none: ${clearing.reason}`;
  }
}

const ECHO = {
  unlessDefault: 'not while it is the default and stays so',
  whenDeclared: 'only to change it',
  whenComplete: 'only complete',
  never: 'never',
} as const;
