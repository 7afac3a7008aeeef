/**
 * Who sends the pool's emails, and under which address.
 *
 * Merged per member: members that are not given keep what the pool has, also when `emailSendingAccount` changes: then say
 * what the other members shall be, since they mean something else for the other account.
 */
export interface EmailConfiguration {
  /**
   * The ARN of the verified identity in Amazon SES: an email address, or an address of a verified domain.
   *
   * An ARN of 20 to 2,048 characters, anything else is refused at synth. `DEVELOPER` as `emailSendingAccount` needs it and
   * sends by it. With `COGNITO_DEFAULT` it is the FROM address of the emails that Cognito's own account sends. At
   * deployment the service refuses an identity of another account with `NotAuthorizedException`, and one that Cognito may
   * not use with `InvalidEmailRoleAccessPolicyException`.
   *
   * API: `EmailConfiguration.SourceArn`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly sourceArn?: string;

  /**
   * The address that answers to the pool's emails go to.
   *
   * One email address without white space, anything else is refused at synth.
   *
   * API: `EmailConfiguration.ReplyToEmailAddress`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly replyToEmailAddress?: string;

  /**
   * Whether Cognito sends by its own account or by yours in Amazon SES.
   *
   * `DEVELOPER` without `sourceArn`, here or on the pool, is refused at deployment. Email as an MFA factor needs
   * `DEVELOPER`: `COGNITO_DEFAULT` beside it is refused, at synth if both are declared, otherwise at deployment.
   *
   * API: `EmailConfiguration.EmailSendingAccount`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `COGNITO_DEFAULT`.
   */
  readonly emailSendingAccount?: EmailSendingAccount;

  /**
   * The sender that users see: an email address, or a name with an email address.
   *
   * For example `sender@example.com` or `Sender <sender@example.com>`, of at most 131,072 characters; more is refused at
   * synth. The address must belong to the identity in `sourceArn`.
   *
   * API: `EmailConfiguration.From`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly fromEmailAddress?: string;

  /**
   * The configuration set in Amazon SES that the emails are sent with.
   *
   * Its name, of 1 to 64 letters, digits, `-` and `_`; anything else is refused at synth. It serves emails that Amazon SES
   * sends from your account.
   *
   * API: `EmailConfiguration.ConfigurationSet`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly configurationSet?: string;
}

/**
 * The account that sends the pool's emails.
 */
export enum EmailSendingAccount {
  /** Cognito's own account, which sends a limited number of emails a day. What a new pool has. */
  COGNITO_DEFAULT = 'COGNITO_DEFAULT',

  /** Your account, by an identity in Amazon SES. */
  DEVELOPER = 'DEVELOPER',
}
