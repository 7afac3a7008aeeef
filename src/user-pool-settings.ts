import type { IUserPool, LambdaVersion, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { CliInputProps } from './cli-input-props';
import { ATTRIBUTE } from './core/wire/contract';
import { DeclaredSettings } from './declared-settings';
import { OnRemoval, Reapply, type UserPoolSettingsOptions } from './options';
import { checkNames, withoutLostNames } from './synth/lost-names';
import { checkAdditionalSettings } from './synth/render/additional-settings';
import { findingsOf, newFindings, report } from './synth/render/findings';
import { checkRemoval, renderClear } from './synth/render/removal';
import { render, together } from './synth/render/render';
import { checkTriggers, renderTrigger } from './synth/triggers/triggers';

/**
 * Properties of `UserPoolSettings`.
 */
export interface UserPoolSettingsProps extends UserPoolSettingsOptions {
  /**
   * The user pool whose settings are declared: imported by id or ARN, of another stack, or of this one.
   *
   * A pool in another Region of the same account works too: the calls go to the Region that the pool's id names. An id that
   * is not `<region>_<letters and digits>`, of 55 characters at most, fails the deployment before anything is read.
   *
   * API: `UserPoolId`.
   */
  readonly userPool: IUserPool;

  /**
   * The role by which an imported pool sends SMS already, where `smsConfiguration` is not declared.
   *
   * Every update of the pool sends this role back, and Cognito asks each time for the permission to pass it,
   * `iam:PassRole`. Without it the deployment fails before anything is changed, and names the role. That holds as well for
   * a role that was declared and no longer is, since no pool can be rid of it. The role of a pool of the same app is found
   * without this.
   *
   * It sets nothing: it is what the pool has as `SmsConfiguration.SnsCallerArn` or `SmsConfiguration.EumsSms.CallerArn`.
   *
   * @default - the function may pass the roles that are declared, and that of a pool of the same app
   */
  readonly existingSmsRole?: IRole;

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
   * Cognito has no word for some defaults but to leave the setting out of the request. Whether it is gone is verified: if
   * the service kept it, the deployment fails with the setting's path, and the pool is as before.
   *
   * @default - no setting is put back
   */
  readonly clear?: string[];

  /**
   * What becomes of a setting that is no longer declared: its prop was dropped, or this construct was deleted.
   *
   * A setting is touched only while the pool still has the value that this construct gave it. A trigger is always detached.
   * A rollback of CloudFormation is an update like any other: with `RETAIN` a prop that the failed deployment had added
   * keeps its value.
   *
   * `RESET_TO_DEFAULT` refuses, at synth, settings that the API cannot put back (`smsConfiguration`, `poolName`,
   * `userPoolTier`). `RESTORE_PREVIOUS` refuses, at deployment and before anything is written, what it could not put back
   * for want of a former value, and pools whose settings do not fit into the 4,096 bytes of a reply to CloudFormation.
   *
   * @default OnRemoval.RETAIN
   */
  readonly onRemoval?: OnRemoval;

  /**
   * When a deployment applies settings again that were applied before.
   *
   * By default only when something has changed that this construct can know of; what others change in the pool meanwhile is
   * none of that.
   *
   * @default Reapply.WHEN_CHANGED
   */
  readonly reapply?: Reapply;
}

/**
 * Settings of an Amazon Cognito user pool: what is declared is what the pool has, what is not declared is what it had.
 *
 * `UpdateUserPool` replaces: what a request leaves out may fall back to a default. This construct reads the live pool, lays
 * the declared settings over it, writes the whole once if anything differs, and verifies the result by reading again. A
 * prop that is absent is not managed: its setting keeps the value it has in the pool, whoever set it.
 *
 * Of a prop that is dropped, and of a construct that is deleted, the pool keeps the values unless `onRemoval` says
 * otherwise; triggers are detached in any case.
 *
 * Mistakes that are certain are thrown at synth, all in one error, each with the prop, the API member, what is allowed and
 * what to do. What only the live pool can tell is a warning with the id `cdk-cognito-user-pool-settings:<rule>`, and is
 * decided by the Lambda before its first write. Several constructs on one pool in one stack are applied one after the
 * other. It is an error if two constructs of the app declare one setting, or if the properties of a pool of the app say
 * something else than is declared.
 *
 * When CloudFormation itself writes a pool of the same stack, which may reset what it does not know, the settings are
 * applied again in the same deployment. For a pool that another stack of the app makes, a warning says what cannot be
 * promised.
 *
 * @example
 * new UserPoolSettings(this, 'Settings', {
 *   userPool,
 *   policies: { passwordPolicy: { minimumLength: 14 } },
 *   lambdaConfig: { preSignUp: fn },
 *   deletionProtection: true,
 * });
 */
export class UserPoolSettings extends Construct {
  /**
   * Declares what a document of the AWS CLI says: the `--cli-input-json` or `--cli-input-yaml` of `update-user-pool` or
   * `set-user-pool-mfa-config`.
   *
   * It is the same as the props that say it: what the document has is what the pool gets, and what it leaves out stays,
   * which `update-user-pool` might reset. Functions, roles and keys are imported by their ARNs, into a construct
   * `<id>Imports` beside this one. Members younger than this library go through as they are, with a warning.
   *
   * All that is wrong in the document is one error at synth, each line of it with file, line and column: JSON or YAML that
   * cannot be read, `null`, types, ranges, names that the API does not have or does not take, the rules across settings, a
   * `UserPoolId` of another pool, and what a skeleton of the AWS CLI has that nobody has filled in.
   *
   * @param scope the construct that this one belongs to, such as the stack
   * @param id the name of this construct in its scope
   * @param props the user pool, the document, and what becomes of its settings later
   *
   * @example
   * UserPoolSettings.fromCliInput(this, 'Settings', { userPool, path: 'user-pool.yaml' });
   */
  public static fromCliInput(scope: Construct, id: string, props: CliInputProps): UserPoolSettings {
    const { userPool, existingSmsRole, clear, onRemoval, reapply } = props;
    const { options, additionalSettings, warnOn } = documents().readCliInput(scope, id, props);
    const settings = new UserPoolSettings(scope, id, {
      userPool, existingSmsRole, clear, onRemoval, reapply, ...withoutLostNames({ ...options, additionalSettings }),
    });
    warnOn(settings);
    return settings;
  }

  /**
   * The user pool whose settings these are.
   */
  public readonly userPool: IUserPool;

  /**
   * What the last deployment of this construct changed in the pool.
   *
   * Paths such as `LambdaConfig.PreSignUp,UserPoolTags.team`: in the API's spelling, sorted, separated by commas, empty if
   * nothing differed. Paths carry no values. Known at deployment, a token before.
   */
  public readonly changedPaths: string;

  private readonly declared: DeclaredSettings;

  /**
   * Declares settings of a user pool.
   *
   * @param scope the construct that this one belongs to, such as the stack
   * @param id the name of this construct in its scope
   * @param props the user pool, its settings, and what becomes of them later
   */
  constructor(scope: Construct, id: string, props: UserPoolSettingsProps) {
    super(scope, id);
    const {
      userPool, existingSmsRole, additionalSettings, clear = [], onRemoval = OnRemoval.RETAIN, reapply, ...options
    } = props;
    this.userPool = userPool;

    const { settings, misfits } = render(options);
    const cleared = renderClear(clear, settings);
    report(
      this,
      [
        ...misfits, ...checkTriggers(options.lambdaConfig), ...checkNames(settings, additionalSettings),
        ...checkAdditionalSettings(additionalSettings), ...cleared.misfits, ...checkRemoval(settings, onRemoval),
      ],
      findingsOf(userPool.userPoolId, settings),
    );
    this.declared = new DeclaredSettings(this, {
      userPool, settings, options, additionalSettings, cleared: cleared.paths, onRemoval, reapply, existingSmsRole,
    });
    this.changedPaths = this.declared.resource.getAttString(ATTRIBUTE.CHANGED_PATHS);
  }

  /**
   * Attaches a function to an operation of the pool, as `lambdaConfig` does, after the construct was made.
   *
   * The permission for Cognito to invoke the function comes before the trigger and goes after it. The function may know the
   * pool: its id, its ARN, a client's id, a grant. Custom senders need `lambdaConfig.kmsKey`, declared here or on the pool.
   *
   * Refused at synth: an operation that has a function in this construct already, a name that is no operation, a version
   * that the operation does not have, and `$LATEST`.
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
    const added = renderTrigger(this.declared.settings, operation, fn, lambdaVersion);
    const [before, after] = [this.declared.settings, together(this.declared.settings, added.settings)]
      .map((settings) => findingsOf(this.userPool.userPoolId, settings));
    report(this, added.misfits, newFindings(before, after));
    this.declared.add(added.settings, added.lambdaConfig);
  }
}

/** The parsers are loaded by who has a document. */
function documents(): typeof import('./synth/cli-input/cli-input') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load them for everybody
  return require('./synth/cli-input/cli-input') as typeof import('./synth/cli-input/cli-input');
}
