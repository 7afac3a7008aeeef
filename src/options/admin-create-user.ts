import type { Duration } from 'aws-cdk-lib';

/**
 * How administrators create users, and whether users may sign up by themselves.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface AdminCreateUserConfig {
  /**
   * Whether only administrators can create users.
   *
   * `false` lets users sign up by themselves, `true` ends it.
   *
   * API: `AdminCreateUserConfig.AllowAdminCreateUserOnly`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `false`.
   */
  readonly allowAdminCreateUserOnly?: boolean;

  /**
   * Legacy: how long a user who was created by an administrator can use the temporary password.
   *
   * Whole days, from 1 to 365; more, or a part of a day, is refused at synth. It is the same setting as
   * `temporaryPasswordValidity` of the password policy, which is the name to prefer, and is sent under that name: declaring
   * one changes the other too, and different values are refused at synth.
   *
   * API: `AdminCreateUserConfig.UnusedAccountValidityDays`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has 7 days.
   */
  readonly unusedAccountValidity?: Duration;

  /**
   * The messages that invite a new user.
   *
   * Merged per member: members that are not given keep what the pool has.
   *
   * API: `AdminCreateUserConfig.InviteMessageTemplate`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly inviteMessageTemplate?: MessageTemplate;
}

/**
 * The messages that invite a user who was created by an administrator.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface MessageTemplate {
  /**
   * The text of the invitation by SMS.
   *
   * From 6 to 140 characters, with the placeholders `{username}` and `{####}`, where the user name and the temporary
   * password go; anything else is refused at synth. `{####}` may be left out where users sign in without a password: unless
   * `allowedFirstAuthFactors` says so here, a warning is given and the deployment decides.
   *
   * API: `AdminCreateUserConfig.InviteMessageTemplate.SMSMessage`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly smsMessage?: string;

  /**
   * The text of the invitation by email.
   *
   * From 6 to 20,000 characters, with the placeholders `{username}` and `{####}`, where the user name and the temporary
   * password go; anything else is refused at synth. `{####}` may be left out where users sign in without a password: unless
   * `allowedFirstAuthFactors` says so here, a warning is given and the deployment decides. AWS documents the text as
   * allowed only when `emailSendingAccount` is `DEVELOPER`; pools that send by Cognito's own account have been seen to
   * accept it.
   *
   * API: `AdminCreateUserConfig.InviteMessageTemplate.EmailMessage`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly emailMessage?: string;

  /**
   * The subject of the invitation by email.
   *
   * From 1 to 140 characters, anything else is refused at synth. AWS documents it as allowed only when
   * `emailSendingAccount` is `DEVELOPER`; pools that send by Cognito's own account have been seen to accept it.
   *
   * API: `AdminCreateUserConfig.InviteMessageTemplate.EmailSubject`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly emailSubject?: string;
}
