import { CommanderError } from 'commander';
import { programOf } from './program';
import { EXIT, type ExitCode } from './report';
import type { Request } from './request';
import type { World } from './world';

/** One run of the tool, from the command line to the exit code. */
export async function main(args: readonly string[], world: World): Promise<ExitCode> {
  let request: Request | undefined;
  try {
    programOf(world, (asked) => { request = asked; }).parse([...args], { from: 'user' });
  } catch (error) {
    // Help and version are no failures, and what is wrong with the command line has been said.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.FAILED;
    throw error;
  }
  if (request === undefined) return EXIT.OK;
  // A file of its own, most of the tool: who asks for help does not wait until it is read.
  const { run } = await import('./run');
  return run(request, world);
}
