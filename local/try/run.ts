import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from './command';
import { deployTwice } from './deploy';
import type { TryScreen } from './screen';
import type { StandIn } from './stand-in';
import { synthesize } from './synthesize';

/** Tries an app and tells what happens; gives whether all went well. */
export async function run(
  command: Command, { kind, seed }: StandIn, screen: TryScreen, say: (lines: readonly string[]) => void,
): Promise<boolean> {
  const outdir = await mkdtemp(join(tmpdir(), 'cdk.out-'));
  try {
    const app = await synthesize(command, outdir);
    say(screen.warnings(app.warnings));
    return await deployTwice(app, seed, {
      started: (seeded, notRun) => say(screen.started(app.stackName, kind, seeded, notRun)),
      event: (event) => say(screen.event(event)),
      first: (report) => say(screen.first(report)),
      second: (report) => say(screen.second(report)),
    });
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}
