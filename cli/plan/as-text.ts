import type { PlannedConstruct, PlannedStack } from './app';
import type { BothSides } from './both-sides';
import type { Change } from './changes';
import { summaryOf, type Summary } from './summary';
import { Unknown } from './unknown';
import { shownPair, shownValue } from './values';
import { formatPath } from '../../src/core/wire/path';
import type { Style } from '../report';

const AFTERWARDS = '(known only at deployment)';
const UNTOLD = '(Cognito does not tell)';
const EVENTS = { create: 'new', update: 'changed', delete: 'removed', none: 'as deployed', leave: 'removed' } as const;

export function asText(stacks: readonly PlannedStack[], arePathsOnly: boolean, style: Style): string {
  const lines = stacks.filter(({ constructs }) => constructs.length > 0).flatMap(({ sides, constructs }) => [
    titleOf(sides, style),
    ...constructs.flatMap((construct) => constructLines(construct, arePathsOnly, style)),
    '',
  ]);
  return [...lines, lastLine(summaryOf(stacks), style)].join('\n');
}

function titleOf({ title, region, old, isAsked }: BothSides, { colours }: Style): string {
  const name = colours.bold(`${title}${region === undefined ? '' : ` (${region})`}`);
  if (old) return name;
  return `${name} ${colours.dim(isAsked ? 'not deployed in this account yet' : 'CloudFormation was not asked what is deployed')}`;
}

function constructLines({ path, event, planned }: PlannedConstruct, arePathsOnly: boolean, { colours, width }: Style): string[] {
  const { userPoolId, happening } = event;
  const { changes, calls, kept, refusal, notes, unknown } = planned;
  const pool = userPoolId instanceof Unknown ? userPoolId.shown : String(userPoolId);
  const expressions = new Map(unknown.map((each) => [formatPath(each.path), each.expression]));
  const isCalled = happening !== 'none' && happening !== 'leave';
  return [
    `  ${colours.bold(path)} ${colours.dim(`${pool}, ${EVENTS[happening]}`)}`,
    ...changes.map((change) => changeLine(change, expressions.get(formatPath(change.path)), arePathsOnly, { colours, width })),
    ...refusal !== undefined ? [`    ${colours.red(`! ${refusal}`)}`] : [],
    ...changes.length === 0 && refusal === undefined && isCalled ? ['    nothing to do'] : [],
    ...kept !== undefined ? [colours.dim(`    = ${kept} ${kept === 1 ? 'setting' : 'settings'} kept`)] : [],
    ...calls.map(({ action, paths, isCertain }, index) => {
      const what = paths.length > 0 ? `: ${paths.map(formatPath).join(', ')}` : '';
      return colours.cyan(`    ${index + 1}. ${action}${isCertain ? '' : ', if a value differs'}${what}`);
    }),
    ...notes.map((note) => colours.dim(`    ${note}`)),
  ];
}

const SIGNS = { add: '+', update: '~', remove: '-' } as const;

function changeLine(change: Change, expression: string | undefined, arePathsOnly: boolean, { colours, width }: Style): string {
  const { path, action, before, isBeforeKnown, after, isAfterKnown } = change;
  const paint = { add: colours.green, update: colours.yellow, remove: colours.red }[action];
  const name = formatPath(path);
  const room = Math.floor((width - name.length - 14) / 2);
  const untold = isBeforeKnown || action === 'add' ? undefined : UNTOLD;
  const [told, asked] = before !== undefined && after !== undefined ? shownPair([before, after], room)
    : [before, after].map((value) => value === undefined ? undefined : shownValue(value, room));
  const old = told ?? untold;
  const then = isAfterKnown ? asked : expression === undefined ? AFTERWARDS : `${expression} ${AFTERWARDS}`;
  const back = action === 'remove' && isAfterKnown ? ' (off, or back to the default)' : '';
  const shown = [old, then].filter((each) => each !== undefined).join(' -> ');
  if (arePathsOnly) return paint(`    ${SIGNS[action]} ${name}${isAfterKnown ? '' : ` ${AFTERWARDS}`}${back}`);
  return paint(`    ${SIGNS[action]} ${name}${shown ? `: ${shown}` : ''}${back}`);
}

function lastLine({ change, add, remove, refused, pools }: Summary, { colours }: Style): string {
  const told = `Plan: ${change} to change, ${add} to add, ${remove} to remove in ${pools.changing} of ${pools.all} user pools; `
    + 'nothing is written';
  if (pools.all === 0) return 'Plan: nothing to do, since no stack has settings of a user pool; nothing is written';
  return refused === 0 ? told : `${told}\n${colours.red(`${refused} of the constructs would be refused`)}`;
}
