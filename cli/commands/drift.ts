import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stacksOf, type AppStack } from '../assembly/assembly';
import type { Context } from '../context';
import { Failure } from '../failure';
import type { DeployedName } from '../plan/both-sides';
import { driftsOf, type DriftedStack } from '../plan/drift';
import { driftAsJson, driftAsText } from '../plan/drift-report';
import { deployedOf } from '../plan/stacks';
import { EXIT, type ExitCode, type Report } from '../report';

export interface DriftOptions {
  readonly app: string;
  readonly pathsOnly?: boolean;
}

/** Which declared settings of deployed stacks somebody else has changed. */
export async function drift(options: DriftOptions, context: Context, names: readonly string[]): Promise<Report> {
  const { app, pathsOnly = false } = options;
  // By name a stack is found without an app; with one its Region is known.
  const isAppThere = existsSync(join(app, 'manifest.json'));
  const stacks = names.length === 0 || isAppThere ? await stacksOf(app) : [];
  const asked = names.length === 0 ? stacks.map(named) : names.map((name) => {
    const stack = stacks.find(({ id, stackName, artifactId }) => [id, stackName, artifactId].includes(name));
    return stack ? named(stack) : { name, title: name };
  });
  const sides = await deployedOf(asked, context);
  const missing = names.find((name) => sides.some(({ title, old }) => title === name && old === undefined));
  if (missing !== undefined) {
    throw new Failure(`the stack ${missing} is not deployed in this account and Region: check the name, --profile and --region`);
  }
  const drifted = await driftsOf(sides, context);
  return {
    exitCode: exitCodeOf(drifted),
    json: driftAsJson(drifted, pathsOnly),
    text: (style) => driftAsText(drifted, pathsOnly, style),
  };
}

function named({ stackName: name, id: title, region, pathOf }: AppStack): DeployedName & { readonly region?: string } {
  return { name, title, pathOf, ...region !== undefined && { region } };
}

function exitCodeOf(stacks: readonly DriftedStack[]): ExitCode {
  const all = stacks.flatMap(({ constructs }) => constructs.map(({ drifted }) => drifted));
  if (all.some(({ failure }) => failure !== undefined)) return EXIT.FAILED;
  return all.some(({ drift: found }) => found.length > 0) ? EXIT.DIFFERS : EXIT.OK;
}
