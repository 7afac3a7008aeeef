import { CognitoRefusal } from './errors';
import { compact, isObject, object, type Json, type JsonObject } from './json';

const isSystemTag = (key: string): boolean => key.toLowerCase().startsWith('aws:');

/** H12: writing an `aws:` tag is refused. The service's words were not found; these are AWS's usual ones, from memory. */
export function systemTagRefusal(tags: Json | undefined): CognitoRefusal | undefined {
  return Object.keys(object(tags)).some(isSystemTag)
    ? new CognitoRefusal('UserPoolTaggingException', 'aws: prefixed tag key names are not allowed for external use.')
    : undefined;
}

/** The user's tags are replaced as a set; what CloudFormation tagged stays. */
export function keepSystemTags(current: JsonObject, userTags: Json | undefined): JsonObject | undefined {
  const system = Object.entries(current).filter(([key]) => isSystemTag(key));
  const user = Object.entries(object(userTags)).filter(([key]) => !isSystemTag(key));
  if (system.length + user.length === 0 && !isObject(userTags)) return undefined;
  return compact(Object.fromEntries([...user, ...system]));
}

export function withoutTags(current: JsonObject, keys: readonly Json[]): JsonObject {
  return compact(Object.fromEntries(Object.entries(current).filter(([key]) => !keys.includes(key))));
}
