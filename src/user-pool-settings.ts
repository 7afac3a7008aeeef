import { CustomResource } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { ATTRIBUTE, PROPERTY, RESOURCE_TYPE } from './core/wire/contract';
import type { Json } from './core/wire/json';
import { OnRemoval, Reapply, type UserPoolSettingsOptions } from './options';
import { checkAdditionalSettings, renderAdditionalSettings } from './synth/additional-settings';
import { captureOf } from './synth/capture';
import { declaredPaths } from './synth/declarers';
import { findingsOf, report } from './synth/findings';
import { permissionsFor } from './synth/permissions';
import { checkRemoval, renderClear, takesBack } from './synth/removal';
import { render } from './synth/render';
import { allowInvocation } from './synth/triggers';
import { UserPoolSettingsProvider } from './user-pool-settings-provider';

/**
 * Properties of `UserPoolSettings`.
 */
export interface UserPoolSettingsProps extends UserPoolSettingsOptions {
  /**
   * The user pool whose settings are declared: imported by id or ARN, of another stack, or of this one.
   *
   * A pool in another Region of the same account works too: the calls go to the Region that the pool's id names. An id
   * that is not `<region>_<letters and digits>`, of 55 characters at most, fails the deployment before anything is read.
   *
   * API: `UserPoolId`.
   */
  readonly userPool: IUserPool;

  /**
   * Settings younger than this library: members of `UpdateUserPool`, or of its nested structures, in the API's own
   * spelling and shape, such as `{ PasswordlessConfiguration: { Enabled: true } }`. They are merged like all others.
   *
   * Types are kept: a number arrives as a number. A member that has a prop is refused here at synth, with the name of
   * the member: declare it by its prop. The values are not checked.
   *
   * API: whatever `UpdateUserPool` takes.
   *
   * @default - no additional settings
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the escape hatch: `any` is jsii's word for JSON
  readonly additionalSettings?: { [member: string]: any };

  /**
   * Settings to put back to the service's default, in the words of the props, such as `deviceConfiguration`,
   * `lambdaConfig.preSignUp` or `userPoolTags.team`: as if nobody had ever set them, whoever did.
   *
   * A setting that is declared as well, that no request of the API puts back, or that this version does not know, is
   * refused at synth with the reason. `docs/settings.md` says of each setting how it is put back. Cognito has no word for
   * some defaults but to leave the setting out of the request: whether it is gone is verified, and if the service kept it,
   * the deployment fails with the setting's path and the pool is as before.
   *
   * @default - no setting is put back
   */
  readonly clear?: string[];

  /**
   * What becomes of a setting that is no longer declared: its prop was dropped, or this construct was deleted.
   *
   * A setting is touched only while the pool still has the value that this construct gave it. A trigger is always
   * detached. A rollback of CloudFormation is an update like any other: with `RETAIN` a prop that the failed deployment had
   * added keeps its value.
   *
   * `RESET_TO_DEFAULT` refuses, at synth, settings that the API cannot put back (`smsConfiguration`, `poolName`,
   * `userPoolTier`). `RESTORE_PREVIOUS` refuses, at deployment and before anything is written, what it could not put back
   * for want of a former value, and pools whose settings do not fit into the 4,096 bytes of a reply to CloudFormation.
   *
   * @default OnRemoval.RETAIN
   */
  readonly onRemoval?: OnRemoval;

  /**
   * When a deployment applies settings that were applied before once more.
   *
   * @default Reapply.WHEN_CHANGED
   */
  readonly reapply?: Reapply;
}

/**
 * Settings of an Amazon Cognito user pool: what is declared is what the pool has, what is not declared is what it had.
 *
 * `UpdateUserPool` replaces: what a request leaves out may fall back to a default. This construct reads the live pool,
 * lays the declared settings over it, writes the whole once if anything differs, and verifies the result by reading
 * again. A prop that is absent is not managed: its setting keeps the value it has in the pool, whoever set it.
 *
 * Of a prop that is dropped, and of a construct that is deleted, the pool keeps the values unless `onRemoval` says
 * otherwise; triggers are detached in any case.
 *
 * Mistakes that are certain are thrown at synth, all in one error, each with the prop, the API member, what is allowed and
 * what to do. What only the live pool can tell is a warning with the id `cdk-cognito-user-pool-settings:<rule>`, and is
 * decided by the Lambda before its first write. Several constructs on one pool in one stack are applied one after the
 * other.
 */
export class UserPoolSettings extends Construct {
  /**
   * The user pool whose settings these are.
   */
  public readonly userPool: IUserPool;

  /**
   * The paths that the last deployment of this construct changed in the pool, such as
   * `LambdaConfig.PreSignUp,UserPoolTags.team`: in the API's spelling, sorted, separated by commas, empty if nothing
   * differed. Paths carry no values.
   */
  public readonly changedPaths: string;

  constructor(scope: Construct, id: string, props: UserPoolSettingsProps) {
    super(scope, id);
    const { userPool, additionalSettings, clear = [], onRemoval = OnRemoval.RETAIN, reapply, ...options } = props;
    this.userPool = userPool;

    const { settings, misfits } = render(options);
    const cleared = renderClear(clear, settings);
    report(
      this,
      [...misfits, ...checkAdditionalSettings(additionalSettings), ...cleared.misfits, ...checkRemoval(settings, onRemoval)],
      findingsOf(userPool.userPoolId, settings),
    );

    const provider = UserPoolSettingsProvider.getOrCreate(this);
    const statements = permissionsFor(this, { userPoolArn: userPool.userPoolArn, settings, cleared: cleared.paths, onRemoval });
    const additional = additionalSettings as Json ?? {};
    const isTakenBack = takesBack(onRemoval, settings, additional);
    const allowance = provider._allow(this, userPool, statements, isTakenBack);
    const capture = onRemoval === OnRemoval.RESTORE_PREVIOUS ? captureOf(this, userPool, provider._serviceToken, allowance) : undefined;

    const resource = new CustomResource(this, 'Resource', {
      resourceType: RESOURCE_TYPE,
      serviceToken: provider._serviceToken,
      serviceTimeout: provider._serviceTimeout,
      properties: {
        [PROPERTY.USER_POOL_ID]: userPool.userPoolId,
        [PROPERTY.SETTINGS]: settings,
        [PROPERTY.ADDITIONAL_SETTINGS]: renderAdditionalSettings(this, additionalSettings),
        [PROPERTY.CLEAR]: cleared.paths.length > 0 ? cleared.paths : undefined,
        [PROPERTY.ON_REMOVAL]: onRemoval === OnRemoval.RETAIN ? undefined : onRemoval,
        [PROPERTY.BEFORE]: capture?.getAttString(ATTRIBUTE.BEFORE),
        [PROPERTY.DEPLOYMENT]: reapply === Reapply.EVERY_DEPLOYMENT ? new Date().toISOString() : undefined,
      },
    });
    provider._enqueue(userPool.userPoolId, resource);
    provider._know({
      userPoolId: userPool.userPoolId,
      resource,
      paths: declaredPaths(settings, additional),
      takesBack: isTakenBack,
    });
    resource.node.addDependency(
      ...allowance,
      // A trigger that Cognito may not invoke breaks sign-in,
      ...allowInvocation(this, userPool.userPoolArn, options.lambdaConfig),
      // and a role that cannot send yet is refused.
      ...[options.smsConfiguration, options.smsMfaConfiguration?.smsConfiguration]
        .flatMap((sms) => [sms?.snsCaller, sms?.eumsSms?.caller])
        .filter((role) => role !== undefined),
    );
    this.changedPaths = resource.getAttString(ATTRIBUTE.CHANGED_PATHS);
  }
}
