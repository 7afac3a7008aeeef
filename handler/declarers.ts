import type { CloudFormationEvent } from './event';
import type { Environment } from '../service/endpoint';
import { DECLARED_SETTINGS, PROPERTY } from '../src/core/wire/contract';
import { declaredByOthers } from '../src/core/wire/declarers';
import type { Path } from '../src/core/wire/path';

/** What other resources of the stack declare for the pool of this event. */
export function othersOf(event: CloudFormationEvent, environment: Environment): (path: Path) => boolean {
  const userPoolId = String(event.ResourceProperties?.[PROPERTY.USER_POOL_ID]);
  return declaredByOthers(environment[DECLARED_SETTINGS] ?? '', userPoolId, event.LogicalResourceId);
}
