import type { Context } from '../context';
import { Failure } from '../failure';
import type { Report } from '../report';

export interface CheckOptions {
  readonly json?: boolean;
}

export async function check(_options: CheckOptions, _context: Context, _names: readonly string[]): Promise<Report> {
  throw new Failure('check is not there yet');
}
