import { inspect } from 'node:util';
import { callsOf, changeTable, GONE, sentenceOf, SETTING, shownAfter, shownBefore } from './changes';
import type { Colours } from './colours';
import { grouped, lossesOf, type Change } from './difference';
import { cliCommand } from './naive';
import { untouched, type Observation } from './observe';
import type { Settings } from './settings';
import type { StageReport } from './stages';
import { table, type Column, type TableOptions } from './table';
import { count, wrap } from './text';
import type { JsonObject } from '../../src/core/wire/json';
import type { LoggedRequest } from '../cognito';

export interface ScreenOptions {
  readonly colours: Colours;
  readonly width: number;
  readonly verbose: boolean;
}

const INDENT = '   ';
/** Room for what a group has afterwards; what it had before tells more. */
const AFTER = 22;

/** Everything that the demo says, as lines. What it shows was read in the pool; it knows no result by itself. */
export class Screen {
  constructor(private readonly options: ScreenOptions) {}

  public opening(settings: number): string[] {
    const { bold, dim } = this.options.colours;
    return [
      bold('Change one setting of a live Amazon Cognito user pool, in two ways'),
      dim(`${settings} settings in use, in an embedded Cognito that forgets as documented and measured; no AWS account`),
    ];
  }

  public naiveWay(userPoolId: string, option: JsonObject, asked: Settings, observation: Observation<number>): string[] {
    const { bold, red, cyan } = this.options.colours;
    const { before, changes, calls, result } = observation;
    const losses = lossesOf(changes, asked);
    return [
      '',
      bold('1  One option in one UpdateUserPool, as the AWS CLI and AwsCustomResource send it'),
      ...this.indented(cliCommand(userPoolId, option).map(cyan)),
      ...this.indented(this.options.verbose ? changeTable(losses, red, this.tableOptions) : this.groupTable(losses)),
      INDENT + bold(red(`HTTP ${result}, and ${losses.length} of ${before.size} settings are lost`)),
      ...this.requests(calls),
    ];
  }

  public app(lines: readonly string[]): string[] {
    const { bold, cyan } = this.options.colours;
    return [
      '',
      bold('2  The same change by this library: a CDK app, deployed locally, on a fresh copy of the pool'),
      ...this.indented(lines.map(cyan)),
    ];
  }

  public stage(report: StageReport): string[] {
    const { bold, cyan, green, yellow, red, dim } = this.options.colours;
    const { name, added = {}, shouldEnd, result, changes, calls, logs } = report;
    const paint = result.status !== shouldEnd ? red : result.reason === undefined ? green : yellow;
    const same = `${changes.length > 0 ? 'nothing else' : 'nothing changed'}: ${count(untouched(report), 'setting')} as before`;
    return [
      '',
      `${INDENT}${bold(name)}  ${paint(result.status)}  ${dim(callsOf(calls))}`,
      ...this.indented(Object.entries(added).map(([prop, value]) => cyan(`+ ${prop}: ${asCode(value)},`))),
      ...result.reason === undefined ? [] : this.indented(wrap(sentenceOf(result.reason), this.room)),
      ...changes.length > 0 ? this.indented(changeTable(changes, green, this.tableOptions)) : [],
      INDENT + same,
      ...this.requests(calls),
      ...this.options.verbose ? this.indented(logs.map((line) => dim(`log   ${line}`))) : [],
    ];
  }

  public summary(settings: number, lostByNaive: number, lostByLibrary: number): string[] {
    const { bold, red, green } = this.options.colours;
    const naive = red(`${lostByNaive} by the plain update`);
    const library = green(`${lostByLibrary} by UserPoolSettings`);
    return ['', `${bold(`Settings lost, of ${settings}: ${naive}, ${library}.`)} Next: README.md`];
  }

  public broken(promises: readonly string[]): string[] {
    return promises.map((promise) => this.options.colours.red(`BROKEN PROMISE  ${promise}`));
  }

  /** A line for each option of the CLI: twenty lost triggers are one. */
  private groupTable(changes: readonly Change[]): string[] {
    const after: Column = { title: 'after', atMost: AFTER, paint: this.options.colours.red };
    return table(
      [SETTING, { title: 'lost', align: 'right' }, { title: 'before' }, after],
      grouped(changes).map(({ under, changes: members }) => [
        under,
        String(members.length),
        members.map(({ name, before }) => `${name} ${shownBefore(before)}`.trimStart()),
        members.every((change) => change.after === undefined) ? GONE : members.map((change) => shownAfter(change.after)),
      ]),
      this.tableOptions,
    );
  }

  private requests(calls: readonly LoggedRequest[]): string[] {
    if (!this.options.verbose) return [];
    const { dim } = this.options.colours;
    const lines = calls.map(({ action, request, outcome }) => `call  ${action} ${JSON.stringify(request)} ${outcome}`);
    return this.indented(lines.map(dim));
  }

  private indented(lines: readonly string[]): string[] {
    return lines.map((line) => INDENT + line);
  }

  private get tableOptions(): TableOptions {
    return { width: this.room, paintHead: this.options.colours.dim };
  }

  private get room(): number {
    return this.options.width - INDENT.length;
  }
}

/** As it stands in the app, in one line. */
function asCode(value: unknown): string {
  return inspect(value, { depth: null, breakLength: Infinity });
}
