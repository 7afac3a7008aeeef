import { selected, stacksOf } from '../assembly/assembly';
import type { Context } from '../context';
import { planApp, type PlannedStack } from '../plan/app';
import { asJson } from '../plan/as-json';
import { asText } from '../plan/as-text';
import { sidesOf } from '../plan/stacks';
import { EXIT, type ExitCode, type Report } from '../report';

export interface PlanOptions {
  readonly app: string;
  /** Whether CloudFormation is asked. */
  readonly cloudformation: boolean;
  readonly pathsOnly?: boolean;
}

/** What a deployment of a synthesized app would change in live user pools. */
export async function plan(options: PlanOptions, context: Context, names: readonly string[]): Promise<Report> {
  const { app, cloudformation, pathsOnly = false } = options;
  const stacks = selected(await stacksOf(app), names);
  const sides = await sidesOf(stacks, context, cloudformation);
  for (const { title, status, isElsewhere } of sides) {
    if (isElsewhere) context.warn(`the template of the nested stack ${title} is not in the app: what it does to user pools is not planned`);
    if (status?.endsWith('_IN_PROGRESS') !== true) continue;
    context.warn(`the stack ${title} is being changed at this moment (${status}): what is planned may not hold`);
  }
  const planned = await planApp(sides, context);
  return {
    exitCode: exitCodeOf(planned),
    json: asJson(planned, pathsOnly),
    text: (style) => asText(planned, pathsOnly, style),
  };
}

function exitCodeOf(stacks: readonly PlannedStack[]): ExitCode {
  const all = stacks.flatMap(({ constructs }) => constructs.map(({ planned }) => planned));
  if (all.some(({ refusal, failure }) => (refusal ?? failure) !== undefined)) return EXIT.FAILED;
  return all.some(({ changes }) => changes.length > 0) ? EXIT.DIFFERS : EXIT.OK;
}
