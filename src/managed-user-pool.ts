import { Names, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  UserPool, type CfnUserPool, type ICustomAttribute, type LambdaVersion, type SignInAliases, type StandardAttributes, type UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct, Dependable } from 'constructs';
import type { JsonObject } from './core/wire/json';
import { DeclaredSettings, type DeclaredSettingsProps } from './declared-settings';
import { OnRemoval, Reapply, type UserPoolSettingsOptions } from './options';
import { explainToNag } from './synth/allow/nag';
import { withSmsRole } from './synth/allow/sms-role';
import { checkNames } from './synth/lost-names';
import { assignNative, splitByLedger } from './synth/pool/cloud-formation';
import { checkAdditionalSettings } from './synth/render/additional-settings';
import { findingsOfNew, newFindings, report } from './synth/render/findings';
import { checkRemoval, renderClear, resettable } from './synth/render/removal';
import { render, together } from './synth/render/render';
import { byStack, checkTriggers, renderTrigger, stackOf } from './synth/triggers/triggers';
import { UserPoolSettings } from './user-pool-settings';

/**
 * Properties of `ManagedUserPool`: every option of `UserPoolSettings`, and what is decided when a pool is created.
 */
export interface ManagedUserPoolProps extends UserPoolSettingsOptions {
  /**
   * What users sign in with, beside or in place of a user name.
   *
   * Fixed at creation: for another value CloudFormation refuses the update or makes another pool, without the users.
   *
   * API: `AliasAttributes` and `UsernameAttributes`, of `CreateUserPool`.
   *
   * @default - `{ username: true }`
   */
  readonly signInAliases?: SignInAliases;

  /**
   * Whether upper and lower case make two user names.
   *
   * Fixed at creation: for another value CloudFormation refuses the update or makes another pool, without the users.
   *
   * API: `UsernameConfiguration.CaseSensitive`, of `CreateUserPool`.
   *
   * @default - not sent: CloudFormation's own default
   */
  readonly signInCaseSensitive?: boolean;

  /**
   * The standard attributes that every user must have or may change.
   *
   * Fixed at creation: CloudFormation refuses another value, at deployment.
   *
   * API: `Schema`, of `CreateUserPool`.
   *
   * @default - every standard attribute is optional and can be changed
   */
  readonly standardAttributes?: StandardAttributes;

  /**
   * Attributes of the pool's own, by name.
   *
   * More can be added later; one that is there cannot be changed or removed, which CloudFormation refuses at deployment.
   *
   * API: `Schema`, of `CreateUserPool`.
   *
   * @default - none
   */
  readonly customAttributes?: { [key: string]: ICustomAttribute };

  /**
   * What becomes of the pool when it leaves the stack. The role of `enableSmsRole` goes or stays with it.
   *
   * With `RETAIN` a first deployment that fails leaves the new pool behind, with `RETAIN_ON_UPDATE_OR_DELETE` it does not.
   *
   * API: `DeletionPolicy` and `UpdateReplacePolicy`, of AWS CloudFormation.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Whether to make the role by which the pool sends SMS through Amazon SNS.
   *
   * `smsConfiguration` then has it as `snsCaller`, with its `externalId`. It stays with a pool that outlives the stack.
   * Beside a `snsCaller` or `eumsSms` of your own it is refused at synth.
   *
   * API: `SmsConfiguration.SnsCallerArn`.
   *
   * @default false
   */
  readonly enableSmsRole?: boolean;

  /**
   * Settings younger than this library, in the API's own spelling and shape.
   *
   * Members of `UpdateUserPool`, or of its nested structures, such as `{ PasswordlessConfiguration: { Enabled: true } }`.
   * They are merged like all others. Types are kept: a number arrives as a number. The values are not checked; a member
   * that has a prop is refused at synth, with the name of the member: declare it by its prop.
   *
   * API: `UpdateUserPool`, every member that has no prop.
   *
   * @default - no additional settings
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the escape hatch: `any` is jsii's word for JSON
  readonly additionalSettings?: { [member: string]: any };

  /**
   * Settings to put back to the service's default, whoever set them.
   *
   * Each is named as the props are: `deviceConfiguration`, `lambdaConfig.preSignUp`, `userPoolTags.team`.
   * `docs/settings.md` says of each setting how it is put back. Refused at synth, with the reason: a setting that is
   * declared as well, one that no request of the API puts back, and one that this version does not know.
   *
   * @default - no setting is put back
   */
  readonly clear?: string[];

  /**
   * What becomes of a setting whose prop is dropped.
   *
   * CloudFormation by itself leaves most settings as they are when their property is dropped. With `RESET_TO_DEFAULT` the
   * function puts them back, as far as the API can: not `smsConfiguration`, `poolName` and `userPoolTier`. When the
   * construct leaves the stack and the pool stays, the pool keeps all but its triggers in any case. `RESTORE_PREVIOUS` is
   * refused at synth: a new pool has no former settings.
   *
   * @default OnRemoval.RETAIN
   */
  readonly onRemoval?: OnRemoval;

  /**
   * When a deployment applies again what the function applied before.
   *
   * By default only when something has changed that this construct can know of; what others change in the pool meanwhile is
   * none of that.
   *
   * @default Reapply.WHEN_CHANGED
   */
  readonly reapply?: Reapply;
}

/**
 * A new user pool with every option of `UserPoolSettings`: CloudFormation writes what it handles well, the function the
 * rest.
 *
 * CloudFormation's part is in the properties of the pool's own resource, where drift detection and policy checks see it.
 * The function's part is what CloudFormation handles poorly or has no property for: triggers, whose functions may know the
 * pool without a cycle, second factors and passkeys, device tracking, the newest settings, and what is taken back.
 * `docs/settings.md` says of each setting which it is. Without any of those there is no function.
 *
 * Nothing is declared but what is given: in contrast to `UserPool`, which this is, no prop has a default of the construct's
 * own. Clients, domains, groups, grants and identity providers are those of `UserPool`.
 *
 * When CloudFormation updates the pool it may reset what it does not know; the function applies its part again in the same
 * deployment.
 *
 * @example
 * const pool = new ManagedUserPool(this, 'Pool', {
 *   signInAliases: { email: true },
 *   mfaConfiguration: UserPoolMfa.OPTIONAL,
 *   softwareTokenMfaConfiguration: { enabled: true },
 * });
 * pool.addClient('Web');
 * pool.addTrigger(UserPoolOperation.PRE_SIGN_UP, fn);
 */
export class ManagedUserPool extends UserPool {
  private readonly reapply?: Reapply;
  /** What is detached or stays when the construct leaves the stack. */
  private attached?: DeclaredSettings;
  private known: JsonObject;

  /**
   * Makes a user pool.
   *
   * @param scope the construct that this one belongs to, such as the stack
   * @param id the name of this construct in its scope
   * @param props what the pool has beside the service's defaults, which are all that it has without them
   */
  constructor(scope: Construct, id: string, props: ManagedUserPoolProps = {}) {
    const { signInAliases, signInCaseSensitive, standardAttributes, customAttributes, removalPolicy } = props;
    super(scope, id, { signInAliases, signInCaseSensitive, standardAttributes, customAttributes, removalPolicy, enableSmsRole: false });
    this.reapply = props.reapply;
    const { here, elsewhere } = byStack(props.lambdaConfig, Stack.of(this));
    const { options, misfits: smsMisfits } = withSmsRole(this, { ...optionsOf(props), lambdaConfig: here }, props);
    const { additionalSettings, clear = [], onRemoval = OnRemoval.RETAIN } = props;

    const { settings, misfits } = render(options);
    const cleared = renderClear(clear, settings);
    const { native, rest } = splitByLedger(settings);
    report(this, [
      ...smsMisfits, ...misfits, ...checkTriggers(props.lambdaConfig), ...checkNames(settings, additionalSettings),
      ...checkAdditionalSettings(additionalSettings), ...cleared.misfits, ...checkRemoval(rest, onRemoval),
      ...onRemoval === OnRemoval.RESTORE_PREVIOUS ? [NOTHING_BEFORE] : [],
    ], findingsOfNew(settings));
    this.known = settings;

    const resource = this.node.defaultChild as CfnUserPool;
    assignNative(resource, native);
    explainToNag(resource, rest);
    const { LambdaConfig: triggers, ...others } = rest;
    const { lambdaConfig, ...otherOptions } = options;
    const more = { additionalSettings, cleared: cleared.paths };
    if (onRemoval === OnRemoval.RESET_TO_DEFAULT) {
      this.declare(RESET, {
        settings: together(resettable(native), others), options: otherOptions, ...more, onRemoval, isLeftBehind: true,
      });
      if (triggers) this.attached = this.declare(SETTINGS, { settings: { LambdaConfig: triggers }, options: { lambdaConfig } });
    } else if ([rest, additionalSettings ?? {}, cleared.paths].some((each) => Object.keys(each).length > 0)) {
      this.attached = this.declare(SETTINGS, { settings: rest, options, ...more });
    }
    for (const { operation, lambdaFunction, lambdaVersion } of elsewhere) this.addTrigger(operation, lambdaFunction, lambdaVersion);
    // What depends on the pool, such as a function that is its trigger, does not wait for the settings, which may wait for it.
    const waitedFor = () => this.node.children.filter((child) => ![SETTINGS, RESET].includes(child.node.id));
    Dependable.implement(this, { get dependencyRoots() { return waitedFor(); } });
  }

  /**
   * Attaches a function to an operation of the pool.
   *
   * The permission for Cognito to invoke the function comes before the trigger and goes after it. The function may know the
   * pool: its id, its ARN, a client's id, a grant. Custom senders need `lambdaConfig.kmsKey`.
   *
   * A function of another stack is attached from its own stack, since that stack may know the pool and not the other way
   * round. A `UserPoolSettings` in the stack of the pool attaches it from there instead.
   *
   * Refused at synth: an operation that has a function already, a name that is no operation, a version that the operation
   * does not have, and `$LATEST`.
   *
   * API: `LambdaConfig`.
   *
   * @param operation the operation, such as `UserPoolOperation.PRE_SIGN_UP`, or `UserPoolOperation.of('inboundFederation')`
   *   for one that CDK has no word for yet
   * @param fn the function, or an alias or a version of it
   * @param lambdaVersion the version of the event for `PRE_TOKEN_GENERATION_CONFIG`, by default `V1_0`. For `V3_0` with an
   *   older CDK use `lambdaConfig.preTokenGenerationConfig`. In Go, `""` is none.
   */
  public addTrigger(operation: UserPoolOperation, fn: IFunction, lambdaVersion?: LambdaVersion): void {
    const stack = stackOf(fn);
    if (stack && stack !== Stack.of(this)) {
      this.settingsIn(stack).addTrigger(operation, fn, lambdaVersion);
      return;
    }
    const { settings, lambdaConfig, misfits } = renderTrigger(this.known, operation, fn, lambdaVersion);
    const known = together(this.known, settings);
    report(this, misfits, newFindings(findingsOfNew(this.known), findingsOfNew(known)));
    this.known = known;
    if (this.attached) this.attached.add(settings, lambdaConfig);
    else this.attached = this.declare(SETTINGS, { settings, options: { lambdaConfig } });
  }

  private declare(id: string, props: Pick<DeclaredSettingsProps, 'settings' | 'options'> & Partial<DeclaredSettingsProps>): DeclaredSettings {
    const { reapply } = this;
    return new DeclaredSettings(new Construct(this, id), { userPool: this, cleared: [], onRemoval: OnRemoval.RETAIN, reapply, ...props });
  }

  private settingsIn(stack: Stack): UserPoolSettings {
    const id = `TriggersOf${Names.nodeUniqueId(this.node)}`;
    return stack.node.tryFindChild(id) as UserPoolSettings | undefined ?? new UserPoolSettings(stack, id, { userPool: this });
  }
}

const SETTINGS = 'Settings';
/** What is put back to the default when its prop is dropped, and left as it is when the construct leaves: the pool may stay. */
const RESET = 'Reset';

const NOTHING_BEFORE = {
  prop: 'onRemoval',
  sentence: 'RESTORE_PREVIOUS has nothing to restore: a new pool has no former settings, use RESET_TO_DEFAULT',
};

/** The options that a `UserPoolSettings` has as well. */
function optionsOf(props: ManagedUserPoolProps): UserPoolSettingsOptions {
  const {
    signInAliases, signInCaseSensitive, standardAttributes, customAttributes, removalPolicy, enableSmsRole,
    additionalSettings, clear, onRemoval, reapply, ...options
  } = props;
  return options;
}
