import * as sdk from '@aws-sdk/client-cognito-identity-provider';

/**
 * Walks the schemas that the AWS SDK for JavaScript carries of its requests and answers. Their form is the SDK's own: an
 * array that starts with its kind; scalars are numbers, members may be wrapped in functions and paired with traits.
 */
const LIST = 1;
const MAP = 2;
const STRUCTURE = 3;

export function sdkMembers(shape: 'UpdateUserPoolRequest' | 'SetUserPoolMfaConfigRequest' | 'UserPoolType'): string[] {
  const schema = sdk[`${shape}$`] as unknown;
  return structure(schema as unknown[], []).map((path) => path.join('.')).sort();
}

function structure(schema: readonly unknown[], under: readonly string[]): string[][] {
  const [names, members] = [schema[4] as string[], schema[5] as unknown[]];
  return names.flatMap((name, index) => [[...under, name], ...inside(members[index], [...under, name])]);
}

function inside(member: unknown, path: readonly string[]): string[][] {
  const schema = unwrap(member);
  if (!Array.isArray(schema)) return [];
  switch (schema[0]) {
    case STRUCTURE: return structure(schema, path);
    case LIST: return inside(schema[4], [...path, '[]']);
    case MAP: return inside(schema[5], [...path, '{key}']);
    default: return [];
  }
}

function unwrap(member: unknown): unknown {
  if (typeof member === 'function') return unwrap((member as () => unknown)());
  const isPairWithTraits = Array.isArray(member) && (typeof member[0] === 'function' || Array.isArray(member[0]));
  return isPairWithTraits ? unwrap((member as unknown[])[0]) : member;
}
