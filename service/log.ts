/** What a line may say beside its message. There is no member for a value, nor for the reply's address. */
export interface Details {
  readonly paths?: readonly string[];
  readonly action?: string;
  readonly attempt?: number;
  readonly code?: string;
  readonly status?: number;
  readonly pause?: number;
  readonly reason?: string;
  readonly stack?: string;
}

export interface Subject {
  readonly requestType?: string;
  readonly requestId?: string;
  readonly logicalResourceId?: string;
  readonly userPoolId?: string;
}

type Level = 'info' | 'warn' | 'error';

/** JSON, one line each, to stdout, where CloudWatch Logs Insights finds the members by name. */
export class Log {
  constructor(
    private readonly subject: Subject,
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
  ) {}

  info(message: string, details?: Details): void {
    this.line('info', message, details);
  }

  warn(message: string, details?: Details): void {
    this.line('warn', message, details);
  }

  error(message: string, details?: Details): void {
    this.line('error', message, details);
  }

  private line(level: Level, message: string, details: Details = {}): void {
    this.write(`${JSON.stringify({ level, message, ...this.subject, ...details })}\n`);
  }
}
