import type { Context } from '../context';
import { Failure } from '../failure';
import type { Report } from '../report';

export interface SkeletonOptions {
  readonly json?: boolean;
}

export async function skeleton(_options: SkeletonOptions, _context: Context, _names: readonly string[]): Promise<Report> {
  throw new Failure('skeleton is not there yet');
}
