import type { AccountRecoverySetting } from './account-recovery';
import type { AdminCreateUserConfig } from './admin-create-user';
import type { DeviceConfiguration } from './devices';
import type { EmailConfiguration } from './email';
import type { LambdaConfig } from './lambda-triggers';
import type { EmailMfaConfig, SmsMfaConfig, SoftwareTokenMfaConfig, UserPoolMfa, WebAuthnConfiguration } from './mfa';
import type { KeyConfiguration, UserPoolPolicies, UserPoolTier } from './pool';
import type { SmsConfiguration } from './sms';
import type { UserPoolAddOns } from './threat-protection';
import type { AcrConfiguration, DcrConfiguration, IssuerConfiguration } from './tokens';
import type { UserAttributeUpdateSettings, VerificationMessageTemplate, VerifiedAttribute } from './verification';

/**
 * The settings of a user pool, under the names of the API.
 *
 * What is given is what the pool gets; what is not given stays as the pool has it, at every depth. Lists are complete: a
 * list that is given replaces the pool's list.
 *
 * What is wrong for certain is an error at synth, all of it in one. What only the deployment knows, such as a token or what
 * the pool has already, is refused there before anything is written.
 */
export interface UserPoolSettingsOptions {
  /**
   * What a password must look like, and how users may start to sign in.
   *
   * Merged per member: members that are not given keep what the pool has.
   *
   * API: `Policies`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly policies?: UserPoolPolicies;

  /**
   * Whether the pool is protected against deletion.
   *
   * `true` is the API's `ACTIVE`, `false` its `INACTIVE`. While it is `true` the service refuses to delete the pool, with
   * `InvalidParameterException`.
   *
   * API: `DeletionProtection`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `false`.
   */
  readonly deletionProtection?: boolean;

  /**
   * The functions that the pool calls.
   *
   * Merged per trigger: triggers that are not given keep what the pool has.
   *
   * API: `LambdaConfig`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it calls none.
   */
  readonly lambdaConfig?: LambdaConfig;

  /**
   * The attributes that the pool verifies when a user signs up.
   *
   * A complete list that replaces the pool's list; an empty list verifies none. Without an attribute that
   * `attributesRequireVerificationBeforeUpdate` of `userAttributeUpdateSettings` has, it is refused: at synth if both are
   * declared, otherwise at deployment.
   *
   * API: `AutoVerifiedAttributes`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it verifies none.
   */
  readonly autoVerifiedAttributes?: VerifiedAttribute[];

  /**
   * Legacy: the text of the SMS with the verification code.
   *
   * From 6 to 140 characters, with the placeholder `{####}` where the code goes; anything else is refused at synth. It is
   * the same setting as `smsMessage` of `verificationMessageTemplate`, which is the name to prefer: declaring one changes
   * the other too, and different texts are refused at synth.
   *
   * API: `SmsVerificationMessage`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly smsVerificationMessage?: string;

  /**
   * Legacy: the text of the email with the verification code.
   *
   * From 6 to 20,000 characters, with the placeholder `{####}` where the code goes; anything else is refused at synth. It
   * is the same setting as `emailMessage` of `verificationMessageTemplate`, which is the name to prefer: declaring one
   * changes the other too, and different texts are refused at synth.
   *
   * API: `EmailVerificationMessage`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly emailVerificationMessage?: string;

  /**
   * Legacy: the subject of the email with the verification code.
   *
   * From 1 to 140 characters, anything else is refused at synth. It is the same setting as `emailSubject` of
   * `verificationMessageTemplate`, which is the name to prefer: declaring one changes the other too, and different subjects
   * are refused at synth.
   *
   * API: `EmailVerificationSubject`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly emailVerificationSubject?: string;

  /**
   * The messages with which users verify their email address or phone number.
   *
   * Merged per member: members that are not given keep what the pool has, the email text of the other `defaultEmailOption`
   * too. The legacy `smsVerificationMessage`, `emailVerificationMessage` and `emailVerificationSubject` are the same
   * settings as `smsMessage`, `emailMessage` and `emailSubject`: declaring one changes the other too.
   *
   * API: `VerificationMessageTemplate`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly verificationMessageTemplate?: VerificationMessageTemplate;

  /**
   * The text of the SMS with the sign-in code.
   *
   * From 6 to 140 characters, with the placeholder `{####}` where the code goes; anything else is refused at synth. The
   * same setting as `smsAuthenticationMessage` of `smsMfaConfiguration`: different texts are refused at synth. Giving it
   * does not make SMS one of the pool's MFA factors.
   *
   * API: `SmsAuthenticationMessage`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it sends the service's own text.
   */
  readonly smsAuthenticationMessage?: string;

  /**
   * What happens when a user changes an email address or a phone number.
   *
   * Merged per member: members that are not given keep what the pool has.
   *
   * API: `UserAttributeUpdateSettings`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly userAttributeUpdateSettings?: UserAttributeUpdateSettings;

  /**
   * Whether users sign in with a second factor.
   *
   * A change goes through `SetUserPoolMfaConfig`, since `UpdateUserPool` refuses to turn MFA on.
   *
   * What is refused, at synth where all of it is declared and otherwise at deployment:
   *
   * - `ON` and `OPTIONAL` without a factor, declared by `smsMfaConfiguration`, `softwareTokenMfaConfiguration` or
   *   `emailMfaConfiguration`, or on the pool already.
   * - `OFF` beside a declared factor. Alone it ends the factors that the pool has.
   * - `ON` while `EMAIL_OTP` or `SMS_OTP` is among the allowed first factors, and while `WEB_AUTHN` is, unless a passkey
   *   counts as multi-factor (`factorConfiguration` of `webAuthnConfiguration`).
   *
   * API: `MfaConfiguration`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `OFF`.
   */
  readonly mfaConfiguration?: UserPoolMfa;

  /**
   * How the pool remembers the devices that users sign in with.
   *
   * Any value in it, `false` too, switches device remembering on; with no value it is refused at synth. Merged per member:
   * members that are not given keep what the pool has.
   *
   * API: `DeviceConfiguration`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it remembers no devices.
   */
  readonly deviceConfiguration?: DeviceConfiguration;

  /**
   * Who sends the pool's emails, and under which address.
   *
   * Merged per member: members that are not given keep what the pool has, also when `emailSendingAccount` changes.
   *
   * API: `EmailConfiguration`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it sends by Cognito's own account.
   */
  readonly emailConfiguration?: EmailConfiguration;

  /**
   * How the pool sends SMS.
   *
   * Merged per member: members that are not given keep what the pool has, but `snsCaller` and `eumsSms` drop each other.
   * The same setting as `smsConfiguration` of `smsMfaConfiguration`: different ones are refused, at synth or, where one has
   * a token, at deployment. No way is known to take the SMS configuration off a pool.
   *
   * API: `SmsConfiguration`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it sends no SMS.
   */
  readonly smsConfiguration?: SmsConfiguration;

  /**
   * The tags of the pool.
   *
   * Merged by key: tags that are not given stay. Keys from 1 to 128 characters, values up to 256; anything else is refused
   * at synth, and so are keys that begin with `aws:`, which are AWS's own.
   *
   * API: `UserPoolTags`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly userPoolTags?: { [key: string]: string };

  /**
   * How administrators create users, and whether users may sign up by themselves.
   *
   * Merged per member: members that are not given keep what the pool has.
   *
   * API: `AdminCreateUserConfig`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly adminCreateUserConfig?: AdminCreateUserConfig;

  /**
   * Threat protection.
   *
   * Merged per member: members that are not given keep what the pool has. All but `UserPoolAdvancedSecurityMode.OFF` needs the Plus
   * tier and is refused on others: at synth if `userPoolTier` is declared, otherwise at deployment.
   *
   * API: `UserPoolAddOns`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `OFF`.
   */
  readonly userPoolAddOns?: UserPoolAddOns;

  /**
   * How users who forgot their password get a new one.
   *
   * Its list is complete: it replaces the pool's list.
   *
   * API: `AccountRecoverySetting`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it prefers SMS to email.
   */
  readonly accountRecoverySetting?: AccountRecoverySetting;

  /**
   * The name of the pool.
   *
   * From 1 to 128 characters: letters, digits, white space and `_ + = , . @ -`. Anything else is refused at synth.
   *
   * API: `PoolName`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly poolName?: string;

  /**
   * The feature plan of the pool.
   *
   * It decides which features the pool can use and what it costs. A plan that lacks a feature which the pool uses is
   * refused at deployment, or at synth where the feature is declared too. What has to go must go in the same update: for
   * Essentials threat protection, for Lite also first factors other than `PASSWORD`, password history, email MFA, versions
   * of the pre token generation trigger above `V1_0`, names of ACR levels, passkeys that count as multi-factor and dynamic
   * client registration.
   *
   * API: `UserPoolTier`.
   *
   * @default - not managed: the pool keeps what it has. A new pool has `ESSENTIALS`, one from before November 2024 `LITE`.
   */
  readonly userPoolTier?: UserPoolTier;

  /**
   * The key that encrypts the pool's data.
   *
   * Merged per member: members that are not given keep what the pool has. In a secondary Region of a replicated pool the
   * service refuses a change, at deployment.
   *
   * API: `KeyConfiguration`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it uses a key of AWS.
   */
  readonly keyConfiguration?: KeyConfiguration;

  /**
   * The issuer of the pool's tokens.
   *
   * Merged per member: members that are not given keep what the pool has. In a secondary Region of a replicated pool the
   * service refuses a change, at deployment.
   *
   * API: `IssuerConfiguration`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `ORIGINAL`.
   */
  readonly issuerConfiguration?: IssuerConfiguration;

  /**
   * The names of the levels that tokens report in the claim `acr`.
   *
   * Merged per level: levels that are not given keep what the pool has. Names of your own need the Essentials tier or
   * higher and are refused on Lite: at synth if `userPoolTier` is declared, otherwise at deployment.
   *
   * API: `AcrConfiguration`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has the service's names.
   */
  readonly acrConfiguration?: AcrConfiguration;

  /**
   * Dynamic client registration: whether and how applications register their own app clients.
   *
   * Merged per member: members that are not given keep what the pool has. When it is enabled it needs the Essentials tier
   * or higher and is refused on Lite: at synth if `userPoolTier` is declared, otherwise at deployment.
   *
   * API: `DcrConfiguration`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it registers none.
   */
  readonly dcrConfiguration?: DcrConfiguration;

  /**
   * Codes by SMS as a second factor: giving it makes SMS one of the pool's factors.
   *
   * The factors that are declared, by `smsMfaConfiguration`, `softwareTokenMfaConfiguration` and `emailMfaConfiguration`,
   * are the complete set: declaring one drops those that are not declared. With none of them the pool's factors stay.
   * Merged per member: members that are not given keep what the pool has.
   *
   * Refused, at synth where all of it is declared and otherwise at deployment: without an SMS configuration, while MFA is
   * `OFF`, and beside `VERIFIED_PHONE_NUMBER` for account recovery.
   *
   * API: `SmsMfaConfiguration`, in `SetUserPoolMfaConfig`.
   *
   * @default - no SMS factor if another factor is declared; else not managed: the pool keeps what it has
   */
  readonly smsMfaConfiguration?: SmsMfaConfig;

  /**
   * Codes from an authenticator app (TOTP) as a second factor.
   *
   * The factors that are declared, by `smsMfaConfiguration`, `softwareTokenMfaConfiguration` and `emailMfaConfiguration`,
   * are the complete set: declaring one drops those that are not declared. With none of them the pool's factors stay.
   *
   * Refused while MFA is `OFF`: at synth if `mfaConfiguration` is declared, otherwise at deployment.
   *
   * API: `SoftwareTokenMfaConfiguration`, in `SetUserPoolMfaConfig`.
   *
   * @default - no TOTP factor if another factor is declared; else not managed: the pool keeps what it has
   */
  readonly softwareTokenMfaConfiguration?: SoftwareTokenMfaConfig;

  /**
   * Codes by email as a second factor: giving it makes email one of the pool's factors.
   *
   * The factors that are declared, by `smsMfaConfiguration`, `softwareTokenMfaConfiguration` and `emailMfaConfiguration`,
   * are the complete set: declaring one drops those that are not declared. With none of them the pool's factors stay.
   * Merged per member: members that are not given keep what the pool has.
   *
   * Refused, at synth where all of it is declared and otherwise at deployment: while MFA is `OFF`, on the Lite tier, with
   * another `emailSendingAccount` than `DEVELOPER`, and with `VERIFIED_EMAIL` as the only way of account recovery.
   *
   * API: `EmailMfaConfiguration`, in `SetUserPoolMfaConfig`.
   *
   * @default - no email factor if another factor is declared; else not managed: the pool keeps what it has
   */
  readonly emailMfaConfiguration?: EmailMfaConfig;

  /**
   * Passkeys: which domain they are bound to and what they count for.
   *
   * Merged per member: members that are not given keep what the pool has. A passkey is not one of the factors that MFA
   * needs: this is accepted with MFA `OFF`, and does not suffice for `ON` and `OPTIONAL`.
   *
   * API: `WebAuthnConfiguration`, in `SetUserPoolMfaConfig`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly webAuthnConfiguration?: WebAuthnConfiguration;
}
