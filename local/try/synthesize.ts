import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CloudAssembly, SynthesisMessageLevel, UNKNOWN_ACCOUNT, UNKNOWN_REGION } from 'aws-cdk-lib/cx-api';
import type { Command } from './command';
import { Refusal } from './refusal';
import type { Template } from '../deployment';

/** The one stack of an app. */
export interface Synthesized {
  readonly stackName: string;
  readonly template: Template;
  readonly assetsDir: string;
  /** Nothing where the app leaves it to whoever deploys. */
  readonly accountId?: string;
  readonly region?: string;
  readonly warnings: readonly string[];
}

/** What `cdk synth` does: runs the app, and reads what it left in the folder. */
export async function synthesize(command: Command, outdir: string): Promise<Synthesized> {
  const output = await run(command, outdir);
  if (!existsSync(join(outdir, 'manifest.json'))) {
    throw new Refusal('the app made nothing: it has to make an App, and to end in app.synth()', output);
  }
  // A newer CDK than ours may have made it; what is read here is in every version.
  const { stacksRecursively: stacks } = new CloudAssembly(outdir, { skipVersionCheck: true, skipEnumCheck: true });
  if (stacks.length !== 1) {
    const names = stacks.length === 0 ? 'none' : `${stacks.length}: ${stacks.map(({ id }) => id).join(', ')}`;
    throw new Refusal(`the app has to have one stack, it has ${names}`, output);
  }
  const [stack] = stacks;
  const said = (level: SynthesisMessageLevel) => stack.messages.filter((message) => message.level === level)
    .map(({ id, entry }) => `[${id}] ${String(entry.data)}`);
  const errors = said(SynthesisMessageLevel.ERROR);
  if (errors.length > 0) throw new Refusal('the app has errors, and could not be deployed', errors.join('\n'));
  const { account, region } = stack.environment;
  return {
    stackName: stack.stackName,
    template: { Resources: {}, ...stack.template as Partial<Template> },
    assetsDir: stack.assembly.directory,
    ...account === UNKNOWN_ACCOUNT ? {} : { accountId: account },
    ...region === UNKNOWN_REGION ? {} : { region },
    warnings: said(SynthesisMessageLevel.WARNING),
  };
}

async function run({ program, args, shell = false }: Command, outdir: string): Promise<string> {
  const child = spawn(program, args, { env: { ...process.env, CDK_OUTDIR: outdir }, stdio: ['ignore', 'pipe', 'pipe'], shell });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => { output += text; });
  }
  try {
    const [code, signal] = await once(child, 'close') as [number | null, string | null];
    if (code === 0) return output.trimEnd();
    throw new Refusal(`the app failed with ${signal === null ? `exit code ${code}` : signal}`, output.trimEnd());
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`the app cannot be started: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`);
  }
}
