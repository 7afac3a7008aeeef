import { CfnResource, Names, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  UserPool, type CfnUserPool, type ICustomAttribute, type LambdaVersion, type SignInAliases, type StandardAttributes, type UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { JsonObject } from './core/wire/json';
import type { Path } from './core/wire/path';
import { DeclaredSettings } from './declared-settings';
import { OnRemoval, Reapply, type UserPoolSettingsOptions } from './options';
import { checkAdditionalSettings } from './synth/additional-settings';
import { assignNative, splitByLedger } from './synth/cloud-formation';
import { findingsOf, report } from './synth/findings';
import { explainToNag } from './synth/nag';
import { checkRemoval, renderClear, resettable } from './synth/removal';
import { render, together } from './synth/render';
import { withSmsRole } from './synth/sms-role';
import { renderTrigger } from './synth/triggers';
import { UserPoolSettings } from './user-pool-settings';

/**
 * Properties of `ManagedUserPool`: every option of `UserPoolSettings`, and what is decided when a pool is created.
 */
export interface ManagedUserPoolProps extends UserPoolSettingsOptions {
  /**
   * What users sign in with, beside or in place of a user name. Fixed at creation: another value makes another pool.
   *
   * API: `AliasAttributes` and `UsernameAttributes`, of `CreateUserPool`.
   *
   * @default - `{ username: true }`
   */
  readonly signInAliases?: SignInAliases;

  /**
   * Whether upper and lower case make two user names. Fixed at creation: another value makes another pool.
   *
   * API: `UsernameConfiguration.CaseSensitive`, of `CreateUserPool`.
   *
   * @default - CloudFormation's own default
   */
  readonly signInCaseSensitive?: boolean;

  /**
   * The standard attributes that every user must have or may change. Fixed at creation: CloudFormation refuses another value.
   *
   * API: `Schema`, of `CreateUserPool`.
   *
   * @default - every standard attribute is optional and can be changed
   */
  readonly standardAttributes?: StandardAttributes;

  /**
   * Attributes of the pool's own, by name. More can be added later; one that is there cannot be changed or removed.
   *
   * API: `Schema`, of `CreateUserPool`.
   *
   * @default - none
   */
  readonly customAttributes?: { [key: string]: ICustomAttribute };

  /**
   * What becomes of the pool when it leaves the stack. The role of `enableSmsRole` goes or stays with it.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Whether to make the role by which the pool sends SMS through Amazon SNS: `smsConfiguration` then has it as `snsCaller`, with
   * its `externalId`. It stays with a pool that outlives the stack. Not together with `snsCaller` and `eumsSms`.
   *
   * API: `SmsConfiguration.SnsCallerArn`.
   *
   * @default false
   */
  readonly enableSmsRole?: boolean;

  /**
   * Settings younger than this library, in the API's spelling and shape; see `UserPoolSettingsProps.additionalSettings`.
   *
   * API: whatever `UpdateUserPool` takes.
   *
   * @default - no additional settings
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the escape hatch: `any` is jsii's word for JSON
  readonly additionalSettings?: { [member: string]: any };

  /**
   * Settings to put back to the service's default, whoever set them; see `UserPoolSettingsProps.clear`.
   *
   * @default - no setting is put back
   */
  readonly clear?: string[];

  /**
   * What becomes of a setting whose prop is dropped.
   *
   * CloudFormation by itself leaves most settings as they are when their property is dropped. With `RESET_TO_DEFAULT` the function
   * puts them back, as far as the API can: not `smsConfiguration`, `poolName` and `userPoolTier`. It does so as well when the
   * construct leaves the stack and the pool stays. `RESTORE_PREVIOUS` is refused: a new pool has no former settings.
   *
   * @default OnRemoval.RETAIN
   */
  readonly onRemoval?: OnRemoval;

  /**
   * When a deployment applies once more what the function applies.
   *
   * @default Reapply.WHEN_CHANGED
   */
  readonly reapply?: Reapply;
}

/**
 * A new user pool with every option of `UserPoolSettings`: CloudFormation writes what it handles well, the function the rest.
 *
 * CloudFormation's part is in the properties of the pool's own resource, where drift detection and policy checks see it. The
 * function's part is what CloudFormation handles poorly or has no property for: triggers, whose functions may know the pool
 * without a cycle, second factors and passkeys, device tracking, young members, and what is taken back. `docs/settings.md` says of each
 * setting which it is. Without any of those there is no function.
 *
 * Nothing is declared but what is given: in contrast to `UserPool`, which this is, no prop has a default of the construct's own.
 * Clients, domains, groups, grants and identity providers are those of `UserPool`.
 *
 * When CloudFormation updates the pool it may reset what it does not know; the function applies its part again in the same
 * deployment.
 */
export class ManagedUserPool extends UserPool {
  private readonly props: ManagedUserPoolProps;
  private declared?: DeclaredSettings;
  private known: JsonObject;

  constructor(scope: Construct, id: string, props: ManagedUserPoolProps = {}) {
    const { signInAliases, signInCaseSensitive, standardAttributes, customAttributes, removalPolicy } = props;
    super(scope, id, { signInAliases, signInCaseSensitive, standardAttributes, customAttributes, removalPolicy, enableSmsRole: false });
    this.props = props;
    const { options, misfits: smsMisfits } = withSmsRole(this, optionsOf(props), props);
    const { additionalSettings, clear = [], onRemoval = OnRemoval.RETAIN } = props;

    const { settings, misfits } = render(options);
    const cleared = renderClear(clear, settings);
    const { native, rest } = splitByLedger(settings);
    report(this, [
      ...smsMisfits, ...misfits, ...checkAdditionalSettings(additionalSettings), ...cleared.misfits, ...checkRemoval(rest, onRemoval),
      ...onRemoval === OnRemoval.RESTORE_PREVIOUS ? [NOTHING_BEFORE] : [],
    ], findingsOf(this.userPoolId, settings));
    this.known = settings;

    const resource = this.node.defaultChild as CfnUserPool;
    assignNative(resource, native);
    explainToNag(resource, rest);
    const isTakenBack = onRemoval !== OnRemoval.RETAIN;
    const ours = isTakenBack ? together(resettable(native), rest) : rest;
    if (isTakenBack || additionalSettings || cleared.paths.length > 0 || Object.keys(ours).length > 0) {
      this.declared = this.declare(ours, options, cleared.paths);
    }
  }

  /**
   * Attaches a function to an operation of the pool.
   *
   * The function may know the pool: its id, its ARN, a client's id, a grant. One of another stack is attached from its own stack,
   * since that stack may know the pool and not the other way round. The permission for Cognito to invoke the function comes before the
   * trigger and goes after it. An operation that has a function already, a name that is no operation, and a version that the
   * operation does not have, are refused at synth. Custom senders need `lambdaConfig.kmsKey`.
   *
   * API: `LambdaConfig`.
   *
   * @param operation the operation, such as `UserPoolOperation.PRE_SIGN_UP`; for one that CDK has no word for yet,
   *   `UserPoolOperation.of('inboundFederation')`
   * @param lambdaFunction the function, an alias or a version of it
   * @param lambdaVersion the version of the event, for `PRE_TOKEN_GENERATION_CONFIG`; `V1_0` if it is not given
   */
  public addTrigger(operation: UserPoolOperation, lambdaFunction: IFunction, lambdaVersion?: LambdaVersion): void {
    if (isMadeElsewhere(lambdaFunction, this)) {
      this.settingsIn(Stack.of(lambdaFunction)).addTrigger(operation, lambdaFunction, lambdaVersion);
      return;
    }
    const { settings, lambdaConfig, misfits } = renderTrigger(this.known, operation, lambdaFunction, lambdaVersion);
    this.known = together(this.known, settings);
    report(this, misfits, findingsOf(this.userPoolId, this.known));
    if (this.declared) this.declared.add(settings, lambdaConfig);
    else this.declared = this.declare(settings, { lambdaConfig }, []);
  }

  private declare(settings: JsonObject, options: UserPoolSettingsOptions, cleared: readonly Path[]): DeclaredSettings {
    const { additionalSettings, onRemoval = OnRemoval.RETAIN, reapply } = this.props;
    return new DeclaredSettings(new Construct(this, 'Settings'), {
      userPool: this, settings, options, additionalSettings, cleared, onRemoval, reapply,
    });
  }

  private settingsIn(stack: Stack): UserPoolSettings {
    const id = `TriggersOf${Names.nodeUniqueId(this.node)}`;
    return stack.node.tryFindChild(id) as UserPoolSettings | undefined ?? new UserPoolSettings(stack, id, { userPool: this });
  }
}

const NOTHING_BEFORE = {
  prop: 'onRemoval',
  sentence: 'RESTORE_PREVIOUS has nothing to restore: a new pool has no former settings, use RESET_TO_DEFAULT',
};

function isMadeElsewhere(lambdaFunction: IFunction, pool: ManagedUserPool): boolean {
  const resource = lambdaFunction.node.defaultChild;
  return resource !== undefined && CfnResource.isCfnResource(resource) && Stack.of(lambdaFunction) !== Stack.of(pool);
}

/** The options that a `UserPoolSettings` has as well. */
function optionsOf(props: ManagedUserPoolProps): UserPoolSettingsOptions {
  const {
    signInAliases, signInCaseSensitive, standardAttributes, customAttributes, removalPolicy, enableSmsRole,
    additionalSettings, clear, onRemoval, reapply, ...options
  } = props;
  return options;
}
