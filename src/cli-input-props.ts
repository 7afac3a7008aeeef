import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { OnRemoval, Reapply } from './options';

/**
 * Properties of `UserPoolSettings.fromCliInput`.
 */
export interface CliInputProps {
  /**
   * The user pool whose settings the document declares.
   *
   * A `UserPoolId` in the document has to be the id of this pool, where that is known at synth; another one is refused
   * there, with its line. Without one the document is that of any pool.
   *
   * API: `UserPoolId`.
   */
  readonly userPool: IUserPool;

  /**
   * The path of the document: what `aws cognito-idp update-user-pool` or `set-user-pool-mfa-config` takes by
   * `--cli-input-json` or `--cli-input-yaml`.
   *
   * A relative path begins in the working directory of the app, as the paths of CDK's assets do. A name that ends with
   * `.json` is read as JSON, one with `.yaml` or `.yml` as YAML 1.2, any other by how the document begins. The members of
   * both operations may stand side by side in one document. A path that cannot be read, and one that is a token, is refused
   * at synth.
   */
  readonly path: string;

  /**
   * The role by which an imported pool sends SMS already, where the document has no `SmsConfiguration`.
   *
   * As `existingSmsRole` of `UserPoolSettings`: without it the deployment fails before anything is changed, and names the
   * role.
   *
   * It sets nothing: it is what the pool has as `SmsConfiguration.SnsCallerArn` or `SmsConfiguration.EumsSms.CallerArn`.
   *
   * @default - the function may pass the roles that the document has, and that of a pool of the same app
   */
  readonly existingSmsRole?: IRole;

  /**
   * Settings to put back to the service's default, whoever set them, since a document has no word for that.
   *
   * Each is named as the props are, as in `clear` of `UserPoolSettings`: `deviceConfiguration`, `lambdaConfig.preSignUp`.
   * Refused at synth, with the reason: a setting that the document has as well, one that no request of the API puts back,
   * and one that this version does not know.
   *
   * @default - no setting is put back
   */
  readonly clear?: string[];

  /**
   * What becomes of a setting that is no longer declared: it was taken out of the document, or this construct was deleted.
   *
   * As `onRemoval` of `UserPoolSettings`, with the same refusals. A trigger is always detached.
   *
   * @default OnRemoval.RETAIN
   */
  readonly onRemoval?: OnRemoval;

  /**
   * When a deployment applies settings again that were applied before.
   *
   * By default only when something has changed that the construct can know of, such as the document; what others change in
   * the pool meanwhile is none of that.
   *
   * @default Reapply.WHEN_CHANGED
   */
  readonly reapply?: Reapply;
}
