import { conditionHolds } from './conditions';
import type { Permission } from './permission';
import type { Statement } from './statements';
import { matches } from './wildcards';

/** IAM's answer, in the words of its policy simulator. */
export interface Evaluation {
  readonly decision: 'allowed' | 'implicitDeny' | 'explicitDeny';
  /** The first that led to it; an implicit denial has none. */
  readonly statement?: Statement;
}

/** A statement that denies wins; what no statement allows is denied. */
export function evaluate(statements: readonly Statement[], permission: Permission): Evaluation {
  const applying = statements.filter((statement) => applies(statement, permission));
  const deny = applying.find(({ effect }) => effect === 'Deny');
  if (deny) return { decision: 'explicitDeny', statement: deny };
  const [allow] = applying;
  return allow ? { decision: 'allowed', statement: allow } : { decision: 'implicitDeny' };
}

/** Actions have no case, resources have. */
function applies({ actions, resources, condition }: Statement, { action, resource, context }: Permission): boolean {
  return actions.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()))
    && resources.some((pattern) => matches(pattern, resource))
    && conditionHolds(condition, context);
}
