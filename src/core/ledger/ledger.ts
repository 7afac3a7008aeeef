import { ACCOUNT_RECOVERY_SETTING } from './account-recovery';
import { ADMIN_CREATE_USER_CONFIG } from './admin-create-user';
import { DEVICE_CONFIGURATION } from './devices';
import { EMAIL_CONFIGURATION } from './email';
import { LAMBDA_CONFIG } from './lambda-triggers';
import { structure } from './member';
import {
  EMAIL_MFA_CONFIGURATION, MFA_CONFIGURATION, SMS_MFA_CONFIGURATION, SOFTWARE_TOKEN_MFA_CONFIGURATION, WEB_AUTHN_CONFIGURATION,
} from './mfa';
import { PASSWORD_POLICY } from './password-policy';
import { DELETION_PROTECTION, POOL_NAME, USER_POOL_TAGS, USER_POOL_TIER } from './pool';
import { SIGN_IN_POLICY } from './sign-in';
import { SMS_AUTHENTICATION_MESSAGE, SMS_CONFIGURATION } from './sms';
import { USER_POOL_ADD_ONS } from './threat-protection';
import { ACR_CONFIGURATION, DCR_CONFIGURATION, ISSUER_CONFIGURATION, KEY_CONFIGURATION } from './tokens';
import {
  AUTO_VERIFIED_ATTRIBUTES, EMAIL_VERIFICATION_MESSAGE, EMAIL_VERIFICATION_SUBJECT, SMS_VERIFICATION_MESSAGE,
  USER_ATTRIBUTE_UPDATE_SETTINGS, VERIFICATION_MESSAGE_TEMPLATE,
} from './verification';

/** Every member of `UpdateUserPool` but the pool's id. */
const updateUserPool = {
  Policies: structure({ PasswordPolicy: PASSWORD_POLICY, SignInPolicy: SIGN_IN_POLICY }),
  DeletionProtection: DELETION_PROTECTION,
  LambdaConfig: LAMBDA_CONFIG,
  AutoVerifiedAttributes: AUTO_VERIFIED_ATTRIBUTES,
  SmsVerificationMessage: SMS_VERIFICATION_MESSAGE,
  EmailVerificationMessage: EMAIL_VERIFICATION_MESSAGE,
  EmailVerificationSubject: EMAIL_VERIFICATION_SUBJECT,
  VerificationMessageTemplate: VERIFICATION_MESSAGE_TEMPLATE,
  SmsAuthenticationMessage: SMS_AUTHENTICATION_MESSAGE,
  UserAttributeUpdateSettings: USER_ATTRIBUTE_UPDATE_SETTINGS,
  MfaConfiguration: MFA_CONFIGURATION,
  DeviceConfiguration: DEVICE_CONFIGURATION,
  EmailConfiguration: EMAIL_CONFIGURATION,
  SmsConfiguration: SMS_CONFIGURATION,
  UserPoolTags: USER_POOL_TAGS,
  AdminCreateUserConfig: ADMIN_CREATE_USER_CONFIG,
  UserPoolAddOns: USER_POOL_ADD_ONS,
  AccountRecoverySetting: ACCOUNT_RECOVERY_SETTING,
  PoolName: POOL_NAME,
  UserPoolTier: USER_POOL_TIER,
  KeyConfiguration: KEY_CONFIGURATION,
  IssuerConfiguration: ISSUER_CONFIGURATION,
  AcrConfiguration: ACR_CONFIGURATION,
  DcrConfiguration: DCR_CONFIGURATION,
};
export const UPDATE_USER_POOL = structure(updateUserPool);

/** Every member of `SetUserPoolMfaConfig` but the pool's id. */
const setUserPoolMfaConfig = {
  MfaConfiguration: MFA_CONFIGURATION,
  SmsMfaConfiguration: SMS_MFA_CONFIGURATION,
  SoftwareTokenMfaConfiguration: SOFTWARE_TOKEN_MFA_CONFIGURATION,
  EmailMfaConfiguration: EMAIL_MFA_CONFIGURATION,
  WebAuthnConfiguration: WEB_AUTHN_CONFIGURATION,
};
export const SET_USER_POOL_MFA_CONFIG = structure(setUserPoolMfaConfig);

/** What a template declares: the members of both APIs side by side, which share no name but `MfaConfiguration`. */
export const LEDGER = structure({ ...UPDATE_USER_POOL.members, ...SET_USER_POOL_MFA_CONFIG.members });

/** The name of a setting at the top of the ledger. */
export type SettingName = keyof typeof updateUserPool | keyof typeof setUserPoolMfaConfig;
