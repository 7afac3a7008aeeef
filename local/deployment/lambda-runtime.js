'use strict';
/**
 * What Lambda's runtime does around a handler, in a process of its own. Plain JavaScript, so that no loader stands
 * between Node.js and the shipped file. Usage: node lambda-runtime.js <file> <export>
 */
const { readFileSync } = require('node:fs');

const [, , file, exportName] = process.argv;

// Both streams are one log in Lambda, and one pipe keeps their order.
process.stderr.write = process.stdout.write.bind(process.stdout);
// Whoever started this process is gone: nobody is left to kill it.
process.on('disconnect', () => process.exit(0));
process.on('uncaughtException', (error) => fatal('Runtime.UncaughtException', error));
process.on('unhandledRejection', (error) => fatal('Runtime.UnhandledPromiseRejection', error));

let handler;
try {
  handler = require(file)[exportName];
  if (typeof handler !== 'function') throw new Error(`${exportName} is undefined or not exported`);
} catch (error) {
  fatal('Runtime.ImportModuleError', error);
}
if (handler) {
  process.on('message', (message) => void invoke(message));
  process.send({ ready: true });
}

async function invoke({ event, context, millis }) {
  const started = performance.now();
  const deadline = Date.now() + millis;
  let result;
  try {
    result = { value: await call(event, { ...context, getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) }) };
  } catch (error) {
    process.stdout.write(`${describe('Invoke Error', error)}\n`);
    result = { error: String(error?.message ?? error) };
  }
  const took = performance.now() - started;
  // The log line that ends an invocation tells the parent that it has read all lines before it.
  process.stdout.write(`END RequestId: ${context.awsRequestId}\n`);
  process.send({ ...result, done: true, millis: took, maxMemoryKb: peakKb() });
}

/** Linux counts in maxRSS what the parent had when it forked, however small the child is: the peak of this program is in its status. */
function peakKb() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}

function call(event, context) {
  return new Promise((resolve, reject) => {
    const returned = handler(event, context, (error, value) => (error ? reject(error) : resolve(value)));
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
  });
}

function fatal(kind, error) {
  process.stdout.write(`${describe(kind, error)}\n`, () => {
    process.send({ fatal: `${kind}: ${error?.message ?? error}` }, () => process.exit(1));
  });
}

function describe(kind, error) {
  const { name: errorType, message: errorMessage = String(error), stack } = error ?? {};
  return `${kind} ${JSON.stringify({ errorType, errorMessage, stack: stack?.split('\n') })}`;
}
