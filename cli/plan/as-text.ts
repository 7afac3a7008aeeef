import type { PlannedConstruct, PlannedStack } from './app';
import type { BothSides } from './both-sides';
import type { PlannedCall } from './calls';
import type { Change } from './changes';
import { stackTitle } from './stack-shown';
import { summaryOf, type Summary } from './summary';
import { Unknown } from './unknown';
import { shownPair, shownValue } from './values';
import { formatPath } from '../../src/core/wire/path';
import type { Style } from '../report';
import { counted } from '../terminal/counted';

const AFTERWARDS = '(known only at deployment)';
const UNTOLD = '(Cognito does not tell)';
const EVENTS = { create: 'new', update: 'changed', delete: 'removed', none: 'as deployed', leave: 'removed' } as const;

export function asText(stacks: readonly PlannedStack[], arePathsOnly: boolean, style: Style): string {
  const lines = stacks.filter(({ constructs }) => constructs.length > 0).flatMap(({ sides, constructs }) => [
    titleOf(sides, style),
    ...constructs.flatMap((construct) => constructLines(construct, arePathsOnly, style)),
    '',
  ]);
  return [...lines, ...lastLines(summaryOf(stacks), style)].join('\n');
}

function titleOf(sides: BothSides, { colours }: Style): string {
  const { old, isAsked } = sides;
  const name = colours.bold(stackTitle(sides));
  if (old) return name;
  return `${name} ${colours.dim(isAsked ? 'not deployed in this account yet' : 'CloudFormation was not asked what is deployed')}`;
}

function constructLines({ path, event, planned }: PlannedConstruct, arePathsOnly: boolean, { colours, width }: Style): string[] {
  const { userPoolId, happening } = event;
  const { changes, calls, kept, refusal, failure, notes, unknown } = planned;
  const wrong = [refusal, failure].filter((sentence) => sentence !== undefined);
  const pool = userPoolId instanceof Unknown ? userPoolId.shown : String(userPoolId);
  const expressions = new Map(unknown.map((each) => [formatPath(each.path), each.expression]));
  const isCalled = happening !== 'none' && happening !== 'leave';
  return [
    `  ${colours.bold(path)} ${colours.dim(`${pool}, ${EVENTS[happening]}`)}`,
    ...changes.map((change) => changeLine(change, expressions.get(formatPath(change.path)), arePathsOnly, { colours, width })),
    ...wrong.map((sentence) => `    ${colours.red(`! ${sentence}`)}`),
    ...changes.length === 0 && wrong.length === 0 && isCalled ? ['    nothing to do'] : [],
    ...kept !== undefined ? [colours.dim(`    = ${counted(kept, 'setting')} kept`)] : [],
    ...calls.map((call, index) => colours.cyan(`    ${index + 1}. ${callText(call, arePathsOnly, width)}`)),
    ...notes.map((note) => colours.dim(`    ${note}`)),
  ];
}

function callText({ action, paths, meanwhile, isCertain }: PlannedCall, arePathsOnly: boolean, width: number): string {
  const between = meanwhile.map(({ path, value }) => {
    const name = formatPath(path);
    return arePathsOnly ? name : `${name}: ${value === undefined ? 'none' : shownValue(value, width - name.length)}`;
  });
  const what = [
    ...paths.length > 0 ? [paths.map(formatPath).join(', ')] : [],
    ...between.length > 0 ? [`meanwhile ${between.join(', ')}`] : [],
  ].join('; ');
  return `${action}${isCertain ? '' : ', if a value differs'}${what && `: ${what}`}`;
}

const SIGNS = { add: '+', update: '~', remove: '-' } as const;

function changeLine(change: Change, expression: string | undefined, arePathsOnly: boolean, { colours, width }: Style): string {
  const { path, action, before, isBeforeKnown, after, isAfterKnown } = change;
  const paint = { add: colours.green, update: colours.yellow, remove: colours.red }[action];
  const name = formatPath(path);
  const isPair = before !== undefined && after !== undefined;
  const room = isPair ? Math.floor((width - name.length - 14) / 2) : width - name.length - 10;
  const untold = isBeforeKnown || action === 'add' ? undefined : UNTOLD;
  const [told, asked] = isPair ? shownPair([before, after], room)
    : [before, after].map((value) => value === undefined ? undefined : shownValue(value, room));
  const old = told ?? untold;
  const then = isAfterKnown ? asked : expression === undefined ? AFTERWARDS : `${expression} ${AFTERWARDS}`;
  const back = action === 'remove' && isAfterKnown ? ' (off, or back to the default)' : '';
  const shown = [old, then].filter((each) => each !== undefined).join(' -> ');
  if (arePathsOnly) return paint(`    ${SIGNS[action]} ${name}${isAfterKnown ? '' : ` ${AFTERWARDS}`}${back}`);
  return paint(`    ${SIGNS[action]} ${name}${shown ? `: ${shown}` : ''}${back}`);
}

function lastLines({ change, add, remove, refused, failed, pools }: Summary, { colours }: Style): string[] {
  if (pools.all === 0) return ['Plan: nothing to do, since no stack has settings of a user pool; nothing is written'];
  return [
    `Plan: ${change} to change, ${add} to add, ${remove} to remove in ${pools.changing} of ${pools.all} user pools; nothing is written`,
    ...refused > 0 ? [colours.red(`${refused} of the constructs would be refused`)] : [],
    ...failed > 0 ? [colours.red(`${failed} of the constructs could not be planned`)] : [],
  ];
}
