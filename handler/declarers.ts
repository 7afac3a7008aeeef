import { createHash } from 'node:crypto';
import type { Environment } from './endpoint';
import type { CloudFormationEvent } from './event';
import { PROPERTY } from '../src/core/wire/contract';
import { declaredByOthers, DECLARERS_VARIABLE } from '../src/core/wire/declarers';
import type { Path } from '../src/core/wire/path';

/** What other resources of the stack declare for the pool of this event. */
export function othersOf(event: CloudFormationEvent, environment: Environment): (path: Path) => boolean {
  const userPoolId = String(event.ResourceProperties?.[PROPERTY.USER_POOL_ID]);
  return declaredByOthers(environment[DECLARERS_VARIABLE] ?? '', userPoolId, event.LogicalResourceId, digest);
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 4);
