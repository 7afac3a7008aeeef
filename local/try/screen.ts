import type { Seeded } from './deploy';
import type { DeploymentReport, PoolReport } from './observer';
import { callsOf, changeTable, sentenceOf, writesIn } from '../demo/changes';
import { untouched } from '../demo/observe';
import type { ScreenOptions } from '../demo/screen';
import { count, wrap } from '../demo/text';
import type { StackEvent } from '../deployment';

const INDENT = '   ';
const STATUS_WIDTH = 'UPDATE_COMPLETE'.length;
const PROGRESS = /_IN_PROGRESS$/;
/** That something begins, and what a rollback takes away again. */
const DULL = /_IN_PROGRESS$|^DELETE_COMPLETE$/;

/** Everything that the trial of an app says, as lines. */
export class TryScreen {
  constructor(private readonly options: ScreenOptions) {}

  public warnings(warnings: readonly string[]): string[] {
    return warnings.flatMap((warning) => wrap(`warning ${warning}`, this.options.width)).map(this.options.colours.yellow);
  }

  public started(
    stackName: string, kind: string, seeded: readonly Seeded[], notRun: readonly string[],
  ): string[] {
    const { bold, dim } = this.options.colours;
    return [
      bold(`Stack ${stackName}, deployed by this library's Lambda on an embedded Cognito; no AWS account`),
      ...seeded.map(({ userPoolId, settings }) => dim(`${userPoolId} is ${kind}: ${count(settings, 'setting')}`)),
      ...notRun.map((type) => dim(`${type} is recorded and not run: it is none of this library's`)),
      '',
      bold('deploy'),
    ];
  }

  public event({ logicalId, type, status, reason }: StackEvent): string[] {
    const { green, red, dim } = this.options.colours;
    if (DULL.test(status) && !this.options.verbose) return [];
    const paint = /FAILED|ROLLBACK/.test(status) ? red : PROGRESS.test(status) ? dim : green;
    return [
      `${INDENT}${paint(status.padEnd(STATUS_WIDTH))}  ${type}  ${dim(logicalId)}`,
      ...status.endsWith('_FAILED') ? this.reason(reason, INDENT + INDENT) : [],
    ];
  }

  public first(report: DeploymentReport): string[] {
    const calls = this.options.colours.dim(callsOf(report.calls));
    return [INDENT + calls, ...this.details(report), ...report.pools.flatMap((pool) => this.pool(pool))];
  }

  public second({ result, calls, logs, pools }: DeploymentReport): string[] {
    const { bold, green, red } = this.options.colours;
    const isQuiet = writesIn(calls).length === 0;
    return [
      '',
      `${bold('deploy again')}  ${result.reason === undefined ? green(result.status) : red(result.status)}  `
        + `${isQuiet ? green('nothing to write') : red('writes once more')}  ${this.options.colours.dim(callsOf(calls))}`,
      ...this.reason(result.reason, INDENT),
      ...this.details({ calls, logs }),
      ...pools.filter(({ changes }) => changes.length > 0).flatMap((pool) => this.pool(pool)),
    ];
  }

  private pool(report: PoolReport): string[] {
    const { bold, dim, green } = this.options.colours;
    const { userPoolId, isNew, changes } = report;
    const width = this.options.width - INDENT.length;
    const rest = `${changes.length > 0 ? 'nothing else' : 'nothing changed'}: ${count(untouched(report), 'setting')} as before`;
    return [
      '',
      bold(userPoolId) + (isNew ? dim('  new, beside a pool that was given nothing') : ''),
      ...changes.length > 0 ? changeTable(changes, green, { width, paintHead: dim }).map((line) => INDENT + line) : [],
      ...isNew ? [] : [INDENT + rest],
    ];
  }

  private reason(reason: string | undefined, indent: string): string[] {
    if (reason === undefined) return [];
    return wrap(sentenceOf(reason), this.options.width - indent.length).map((line) => indent + line);
  }

  private details({ calls, logs }: Pick<DeploymentReport, 'calls' | 'logs'>): string[] {
    if (!this.options.verbose) return [];
    const requests = calls.map(({ action, request, outcome }) => `call  ${action} ${JSON.stringify(request)} ${outcome}`);
    return [...requests, ...logs.map((line) => `log   ${line}`)].map((line) => INDENT + this.options.colours.dim(line));
  }
}
