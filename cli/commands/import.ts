import type { Context } from '../context';
import { Failure } from '../failure';
import type { Report } from '../report';

export interface ImportOptions {
  readonly json?: boolean;
}

export async function importPool(_options: ImportOptions, _context: Context, _names: readonly string[]): Promise<Report> {
  throw new Failure('import is not there yet');
}
