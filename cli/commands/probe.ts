import type { Context } from '../context';
import { Failure } from '../failure';
import type { Report } from '../report';

export interface ProbeOptions {
  readonly json?: boolean;
}

export async function probe(_options: ProbeOptions, _context: Context, _names: readonly string[]): Promise<Report> {
  throw new Failure('probe is not there yet');
}
