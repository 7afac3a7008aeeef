/**
 * An attribute whose value a user can prove to own.
 */
export enum VerifiedAttribute {
  /** The user's phone number, by a code in an SMS. */
  PHONE_NUMBER = 'phone_number',

  /** The user's email address, by a code or a link in an email. */
  EMAIL = 'email',
}

/**
 * The messages with which users verify their email address or phone number.
 *
 * Merged per member: members that are not given keep what the pool has, the email text of the other option too. The legacy
 * top-level `smsVerificationMessage`, `emailVerificationMessage` and `emailVerificationSubject` are the same settings as
 * `smsMessage`, `emailMessage` and `emailSubject`: declaring one changes the other too.
 */
export interface VerificationMessageTemplate {
  /**
   * The text of the SMS with the verification code.
   *
   * From 6 to 140 characters, with the placeholder `{####}` where the code goes; anything else is refused at synth. The
   * same setting as the legacy `smsVerificationMessage`: different texts are refused at synth.
   *
   * API: `VerificationMessageTemplate.SmsMessage`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly smsMessage?: string;

  /**
   * The text of the email with the verification code, for `CONFIRM_WITH_CODE`.
   *
   * From 6 to 20,000 characters, with the placeholder `{####}` where the code goes; anything else is refused at synth. The
   * same setting as the legacy `emailVerificationMessage`: different texts are refused at synth.
   *
   * Leave it out with `CONFIRM_WITH_LINK`: AWS documents that `emailMessage` and `emailMessageByLink` together are refused,
   * which is a warning here. AWS also documents it as allowed only when `emailSendingAccount` is `DEVELOPER`, a warning
   * too; pools that send by Cognito's own account have been seen to accept it.
   *
   * API: `VerificationMessageTemplate.EmailMessage`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly emailMessage?: string;

  /**
   * The subject of the email with the verification code, for `CONFIRM_WITH_CODE`.
   *
   * From 1 to 140 characters, anything else is refused at synth. The same setting as the legacy `emailVerificationSubject`:
   * different subjects are refused at synth. AWS documents it as allowed only when `emailSendingAccount` is `DEVELOPER`;
   * pools that send by Cognito's own account have been seen to accept it.
   *
   * API: `VerificationMessageTemplate.EmailSubject`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly emailSubject?: string;

  /**
   * The text of the email with the verification link, for `CONFIRM_WITH_LINK`.
   *
   * From 6 to 20,000 characters, with the placeholder `{##Click here##}` where the link goes; the words between the signs
   * are free. Anything else, and a text with `{####}`, is refused at synth. Leave it out with `CONFIRM_WITH_CODE`. AWS
   * documents it as allowed only when `emailSendingAccount` is `DEVELOPER`.
   *
   * API: `VerificationMessageTemplate.EmailMessageByLink`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly emailMessageByLink?: string;

  /**
   * The subject of the email with the verification link, for `CONFIRM_WITH_LINK`.
   *
   * From 1 to 140 characters, anything else is refused at synth. AWS documents it as allowed only when
   * `emailSendingAccount` is `DEVELOPER`.
   *
   * API: `VerificationMessageTemplate.EmailSubjectByLink`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly emailSubjectByLink?: string;

  /**
   * Whether verification emails have a code or a link.
   *
   * With a code give `emailMessage` and no `emailMessageByLink`, with a link the other way round.
   *
   * API: `VerificationMessageTemplate.DefaultEmailOption`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it sends a code.
   */
  readonly defaultEmailOption?: DefaultEmailOption;
}

/**
 * What a verification email asks the user to do.
 */
export enum DefaultEmailOption {
  /** To follow a link. */
  CONFIRM_WITH_LINK = 'CONFIRM_WITH_LINK',

  /** To type a code. What a new pool has. */
  CONFIRM_WITH_CODE = 'CONFIRM_WITH_CODE',
}

/**
 * What happens when a user changes an email address or a phone number.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface UserAttributeUpdateSettings {
  /**
   * The attributes that keep their former value until the user has verified the new one.
   *
   * A complete list that replaces the pool's list; an empty list lets every change take effect at once. An attribute that
   * is not among the pool's `autoVerifiedAttributes` too is refused: at synth if both are declared, otherwise at
   * deployment.
   *
   * API: `UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it requires none.
   */
  readonly attributesRequireVerificationBeforeUpdate?: VerifiedAttribute[];
}
