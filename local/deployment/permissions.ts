import { accessKeyIdOf } from './access-key';
import type { LiveResource } from './live-resources';
import { isObject, type Json } from '../../src/core/wire/json';
import { evaluate, statementsOf, type Denial, type Permission, type Statement } from '../iam';

/** One answer of IAM to a function of the stack. */
export interface PermissionUse extends Permission {
  readonly roleLogicalId: string;
  readonly allowed: boolean;
  /** The statement that led to the answer; nothing if none allows it. */
  readonly statement?: Statement;
}

/** What one statement allows a function's role: an action on a resource, as the document has them. */
export interface Grant {
  readonly roleLogicalId: string;
  readonly action: string;
  readonly resource: string;
}

/**
 * What the functions of a stack may do at this moment: the policies that are there, in the roles that are there. A function
 * whose role is not of the stack may do everything, since nobody here knows better.
 */
export class Permissions {
  /** What was asked and answered, in order. */
  public readonly used: PermissionUse[] = [];

  constructor(private readonly resources: () => readonly LiveResource[]) {}

  /** Why whoever has this key may not; nothing for what is allowed, and for strangers. */
  public authorize(accessKeyId: string, permission: Permission): Denial | undefined {
    const caller = this.ownerOf(accessKeyId);
    const role = caller && this.roleOf(caller);
    if (!role) return undefined;
    const { decision, statement } = evaluate(this.statementsFor(role), permission);
    const allowed = decision === 'allowed';
    this.used.push({ ...permission, roleLogicalId: role.logicalId, allowed, ...statement && { statement } });
    return allowed ? undefined : { caller: sessionArn(role, caller), isExplicit: decision === 'explicitDeny' };
  }

  public isAllowed(accessKeyId: string, permission: Permission): boolean {
    return this.authorize(accessKeyId, permission) === undefined;
  }

  /** All that the roles of the stack's functions are allowed now. */
  public get grants(): Grant[] {
    const roles = new Set(this.ofType('AWS::Lambda::Function').map((caller) => this.roleOf(caller)));
    return [...roles].flatMap((role) => role ? this.grantsOf(role) : []);
  }

  private grantsOf(role: LiveResource): Grant[] {
    const allowing = this.statementsFor(role).filter(({ effect }) => effect === 'Allow');
    return allowing.flatMap(({ actions, resources }) => actions.flatMap((action) => resources.map((resource) => {
      return { roleLogicalId: role.logicalId, action, resource };
    })));
  }

  private ownerOf(accessKeyId: string): LiveResource | undefined {
    const functions = this.ofType('AWS::Lambda::Function');
    return functions.find(({ attributes }) => accessKeyIdOf(String(attributes.Arn)) === accessKeyId);
  }

  private roleOf({ properties }: LiveResource): LiveResource | undefined {
    return this.ofType('AWS::IAM::Role').find(({ attributes }) => attributes.Arn === properties.Role);
  }

  private statementsFor(role: LiveResource): Statement[] {
    const inline = list(role.properties.Policies).filter(isObject);
    const attached = this.ofType('AWS::IAM::Policy').map(({ properties }) => properties)
      .filter(({ Roles }) => list(Roles).includes(role.physicalId));
    return [...inline, ...attached].flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument));
  }

  private ofType(type: string): LiveResource[] {
    return this.resources().filter((resource) => resource.type === type);
  }
}

/** Lambda takes on a role in a session that has the function's name. */
function sessionArn(role: LiveResource, caller: LiveResource): string {
  const assumed = String(role.attributes.Arn).replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  return `${assumed}/${caller.physicalId}`;
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
