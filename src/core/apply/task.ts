import type { UserPoolPort } from './port';
import type { Declaration } from '../declared/declaration';
import type { IsDeclared } from '../plan/release';

/** What one run is to do. */
export interface Task {
  readonly port: UserPoolPort;
  readonly userPoolId: string;
  readonly desired: Declaration | undefined;
  readonly former: Declaration | undefined;
  readonly isDeclaredElsewhere?: IsDeclared;
}
