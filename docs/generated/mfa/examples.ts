export interface Example {
  /** Absent: a new pool. */
  readonly from?: string;
  readonly to: string;
  /** The order that `why` speaks of. */
  readonly order: string;
  readonly why: string;
}

/** Transitions to learn from, with what decides their calls. */
export const EXAMPLES: readonly Example[] = [
  {
    to: 'ON email',
    order: 'U S',
    why: 'MFA by email needs a sender of the pool\'s own and more than email to recover an account by, so `UpdateUserPool` '
      + 'brings both first. It says `OFF`, as the pool still is: turning MFA `ON` is refused to it once a pool exists.',
  },
  {
    from: 'ON SMS',
    to: 'OFF',
    order: 'S',
    why: 'Under `OFF` no factor may be named, not even one that is off: leaving all of them out is what ends them. Passkeys are '
      + 'no second factor, and their block goes along, since leaving it out would reset them. The SMS settings stay on the pool.',
  },
  {
    from: 'OPTIONAL SMS + TOTP',
    to: 'OPTIONAL TOTP',
    order: 'S',
    why: 'The two reads answer the same before and after, as the SMS settings stay: that SMS was a factor is known from the '
      + 'former declaration. The block that the read reports is not sent back, since sending it is what makes SMS a factor.',
  },
  {
    from: 'OPTIONAL TOTP',
    to: 'OPTIONAL TOTP, passkey MFA',
    order: 'U S',
    why: 'Nothing forbids passkeys as a first factor beside `OPTIONAL`, so the pool changes first, as it always does unless it '
      + 'cannot. TOTP stays: passkeys count for MFA, but are not one of the factors that MFA needs.',
  },
  {
    from: 'ON TOTP',
    to: 'ON TOTP, passkey MFA',
    order: 'S U',
    why: 'While MFA is `ON`, `WEB_AUTHN` as a first factor is refused until passkeys count for MFA. So they do first.',
  },
  {
    from: 'ON TOTP',
    to: 'OPTIONAL TOTP, email codes first',
    order: 'S U',
    why: 'While MFA is `ON`, codes by email are refused as a first factor. So the mode changes first. On the way back the pool '
      + 'does: `ON` is refused while such codes are a first factor.',
  },
  {
    from: 'ON SMS',
    to: 'ON email',
    order: 'U S U',
    why: 'Email can be a factor only once the pool has a sender of its own, and accounts can be recovered by phone only once SMS '
      + 'is no factor. So the sender comes before the factors change, and recovery, by an administrator until then, after them. '
      + 'Both times the mode is the one that the pool has at that moment.',
  },
];
