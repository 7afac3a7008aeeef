import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Lambda gives a runtime ten seconds to load its code. */
const INIT_MILLIS = 10_000;

export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
}

export interface LambdaProcessOptions {
  readonly handlerFile: string;
  readonly handlerExport: string;
  readonly environment: Readonly<Record<string, string>>;
  onLine(line: string): void;
}

/** How an invocation ended; no `error` is a handler that returned. */
export interface InvocationOutcome {
  readonly value?: unknown;
  readonly error?: string;
  readonly timedOut?: boolean;
  /** The handler's own time, without the start of the process. */
  readonly millis?: number;
  /** The most memory that the process ever had. */
  readonly maxMemoryKb?: number;
}

interface Message extends InvocationOutcome {
  readonly ready?: boolean;
  readonly done?: boolean;
  readonly fatal?: string;
}

/** One sandbox of a function: a Node.js process that loads the handler once and takes one event after another. */
export class LambdaProcess {
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown>;
  private readonly loaded: Promise<true>;
  private fatal?: string;
  private over = false;
  private running = false;
  /** What the running invocation makes of the child's messages and of the end of its log. */
  private waiting?: { onMessage(message: Message): void; onEndLine(line: string): void };

  constructor(private readonly options: LambdaProcessOptions) {
    this.child = spawn(process.execPath, [join(__dirname, 'lambda-runtime.js'), options.handlerFile, options.handlerExport], {
      env: { ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.closed = once(this.child, 'close').then(() => { this.over = true; });
    this.loaded = new Promise((resolve) => {
      this.child.on('message', (message: Message) => {
        if (message.ready) resolve(true);
        this.fatal = message.fatal ?? this.fatal;
        this.waiting?.onMessage(message);
      });
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (line.startsWith('END RequestId: ')) this.waiting?.onEndLine(line);
        else options.onLine(line);
      });
    }
  }

  public get ended(): boolean {
    return this.over;
  }

  /** Whether it would take an event now. */
  public get idle(): boolean {
    return !this.over && !this.running;
  }

  /** One event; whoever exceeds its time is killed, as by Lambda. */
  public async invoke(event: unknown, context: LambdaContext, millis: number): Promise<InvocationOutcome> {
    this.running = true;
    try {
      if (!await this.within(INIT_MILLIS, this.loaded)) return await this.lost(INIT_MILLIS);
      const finished = this.finished(context.awsRequestId);
      // A process that died since its last event is seen by its end, not by this error.
      this.child.send({ event, context, millis }, () => {});
      return await this.within(millis, finished) ?? await this.lost(millis, context.awsRequestId);
    } finally {
      this.running = false;
    }
  }

  public async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.closed;
  }

  /** The handler's result, once the lines that it wrote before are read too: they come by another way. */
  private async finished(requestId: string): Promise<InvocationOutcome> {
    return new Promise((resolve) => {
      let outcome: InvocationOutcome | undefined;
      let logged = false;
      const settle = () => { if (outcome && logged) resolve(outcome); };
      this.waiting = {
        onMessage: ({ done, ...message }) => { if (done) outcome = message; settle(); },
        onEndLine: (line) => { logged ||= line.endsWith(requestId); settle(); },
      };
    });
  }

  /** The result of the work, or nothing if the time is over or the process has ended. */
  private async within<T>(millis: number, work: Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<undefined>((resolve) => { timer = setTimeout(resolve, millis, undefined); });
    const done = await Promise.race([work, over, this.closed.then(() => undefined)]);
    clearTimeout(timer);
    return done;
  }

  private async lost(millis: number, requestId?: string): Promise<InvocationOutcome> {
    const { exitCode, signalCode } = this.child;
    if (this.over) return { error: this.fatal ?? `Runtime.ExitError: Runtime exited with status ${exitCode ?? signalCode}` };
    await this.kill();
    const error = requestId ? `Task timed out after ${(millis / 1000).toFixed(2)} seconds` : 'INIT_REPORT Status: timeout';
    this.options.onLine(`${requestId ?? 'INIT'} ${error}`);
    return { error, timedOut: true };
  }
}
