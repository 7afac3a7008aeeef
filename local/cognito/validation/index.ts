import { CognitoRefusal, invalidParameter } from '../errors';
import type { JsonObject } from '../json';
import { inspect } from './violations';

export { memberNamesOf, requestShapeOf } from './model';
export { inspect };

export interface UnknownMemberPolicy {
  readonly unknownMembers: 'accept' | 'refuse';
  /** Members that the model lacks and this service has all the same: seeded ones. */
  isKnown(path: string): boolean;
}

/** Refuses a request that breaks the model, as the service does: all violations in one message. */
export function validateRequest(shape: string, request: JsonObject, policy: UnknownMemberPolicy): void {
  const { mistyped, violations, unknownMembers } = inspect(shape, request);
  // The strings "true" and "8", as CloudFormation hands them over, are no boolean and no number.
  if (mistyped.length > 0) throw new CognitoRefusal('SerializationException', mistyped[0]);
  if (violations.length > 0) {
    const count = `${violations.length} validation error${violations.length === 1 ? '' : 's'} detected`;
    throw invalidParameter(`${count}: ${violations.join('; ')}`);
  }
  if (policy.unknownMembers === 'refuse') {
    const strangers = unknownMembers.filter((path) => !policy.isKnown(path));
    // Whether the service refuses members that it does not know is unsettled (behaviour F); the words are ours.
    if (strangers.length > 0) throw invalidParameter(`Unknown member in request: ${strangers.join(', ')}`);
  }
}
