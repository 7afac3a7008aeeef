import type { Context } from '../context';
import { Failure } from '../failure';
import type { Report } from '../report';

export interface PlanOptions {
  readonly json?: boolean;
}

export async function plan(_options: PlanOptions, _context: Context, _names: readonly string[]): Promise<Report> {
  throw new Failure('plan is not there yet');
}
