import { isUnder } from '../../src/core/plan/diff';
import { parsePath, type Path } from '../../src/core/wire/path';

/**
 * What releases of the AWS CLI that are in use do not know yet, and refuse: a document without it is taken by all. A test
 * holds this against the AWS CLI of the machine.
 */
export const OLDEST_CLI = 'AWS CLI 1.45';
const UNKNOWN_TO_IT: readonly Path[] = [
  'KeyConfiguration', 'IssuerConfiguration', 'AcrConfiguration', 'DcrConfiguration', 'SmsConfiguration.EumsSms',
  'SmsMfaConfiguration.SmsConfiguration.EumsSms',
].map(parsePath);

export function isUnknownToTheCli(path: Path): boolean {
  return UNKNOWN_TO_IT.some((each) => isUnder(path, each));
}
