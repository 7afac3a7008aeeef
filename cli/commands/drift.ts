import type { Context } from '../context';
import { Failure } from '../failure';
import type { Report } from '../report';

export interface DriftOptions {
  readonly json?: boolean;
}

export async function drift(_options: DriftOptions, _context: Context, _names: readonly string[]): Promise<Report> {
  throw new Failure('drift is not there yet');
}
