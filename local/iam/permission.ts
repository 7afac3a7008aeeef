/** What a call needs, in IAM's terms. */
export interface Permission {
  /** `cognito-idp:UpdateUserPool` */
  readonly action: string;
  /** An ARN, or `*` for what is no single resource. */
  readonly resource: string;
  /** The values of condition keys, such as `iam:PassedToService`. */
  readonly context: Readonly<Record<string, string>>;
}

/** Why somebody may not. */
export interface Denial {
  /** The ARN of whoever was denied. */
  readonly caller: string;
  /** Whether a statement denies it, or none allows it. */
  readonly isExplicit: boolean;
}
