import { ACCOUNT_RECOVERY } from './account-recovery';
import { ADMIN_CREATE_USER } from './admin-create-user';
import { DEVICES } from './devices';
import { EMAIL } from './email';
import { LAMBDA_TRIGGERS } from './lambda-triggers';
import { MFA } from './mfa';
import { PASSWORD_POLICY } from './password-policy';
import type { Rule } from './rule';
import { SIGN_IN } from './sign-in';
import { SMS } from './sms';
import { TIERS } from './tiers';
import { TOKENS } from './tokens';
import { ONE_SETTING } from './twins';
import { VERIFICATION } from './verification';

/** Every law across settings, in the order of the props' areas. */
export const RULES: readonly Rule[] = [
  ...PASSWORD_POLICY, ...SIGN_IN, ...MFA, ...ACCOUNT_RECOVERY, ...ADMIN_CREATE_USER, ...VERIFICATION, ...EMAIL, ...SMS,
  ...DEVICES, ...LAMBDA_TRIGGERS, ...TOKENS, ...TIERS, ...ONE_SETTING,
];
