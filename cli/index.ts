import { main } from './main';
import { EXIT } from './report';
import { NAME } from './request';
import type { World } from './world';

const interrupted = new AbortController();
// Once: what was begun is put in order first. Twice: nobody wants to wait for that.
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // A reader such as `head` may leave early: the rest is told to nobody, and the end is as tidy as ever.
  if (code === 'EPIPE') return;
  process.stderr.write(`${NAME}: the output could not be written: ${message}\n`);
  process.exitCode = EXIT.FAILED;
});

// What the AWS SDK will ask of its users one day is nothing that those of this tool can do about.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const WORLD: World = {
  stdout: process.stdout,
  stderr: process.stderr,
  // A stream is opened when it is asked for.
  get stdin() { return process.stdin; },
  environment: process.env,
  interrupted: interrupted.signal,
};

void main(process.argv.slice(2), WORLD).then((exitCode) => { process.exitCode ??= exitCode; });
