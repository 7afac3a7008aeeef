import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

/** One statement of a policy, as its document has it, with its lists spelled out. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: Json;
}

export function statementsOf(document: Json | undefined): Statement[] {
  const statements = isObject(document) ? listOf(document.Statement) : [];
  return statements.filter(isObject).map(statement);
}

function statement({ Effect, Action, Resource, Condition, ...more }: JsonObject): Statement {
  const unknown = Object.keys(more).filter((element) => element !== 'Sid');
  if (unknown.length > 0) throw new Error(`IAM here does not know ${unknown.join(', ')} of a policy's statement`);
  return {
    effect: Effect === 'Deny' ? 'Deny' : 'Allow',
    actions: listOf(Action).map(String),
    resources: listOf(Resource).map(String),
    ...Condition !== undefined && { condition: Condition },
  };
}

/** One and a list of one are the same in policies. */
function listOf(value: Json | undefined): readonly Json[] {
  return [value ?? []].flat() as readonly Json[];
}
