/**
 * Threat protection, formerly advanced security.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface UserPoolAddOns {
  /**
   * What threat protection does for sign-in by password and by SRP.
   *
   * `AUDIT` and `ENFORCED` need the Plus tier and are refused on others: at synth if `userPoolTier` is declared, otherwise
   * at deployment.
   *
   * API: `UserPoolAddOns.AdvancedSecurityMode`.
   */
  readonly advancedSecurityMode: UserPoolAdvancedSecurityMode;

  /**
   * What threat protection does for other ways to sign in.
   *
   * Needs the Plus tier: on others the service refuses it at deployment.
   *
   * API: `UserPoolAddOns.AdvancedSecurityAdditionalFlows`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly advancedSecurityAdditionalFlows?: AdvancedSecurityAdditionalFlows;
}

/**
 * What threat protection does for sign-in by password and by SRP.
 */
export enum UserPoolAdvancedSecurityMode {
  /** It does nothing. What a new pool has. */
  OFF = 'OFF',

  /** It logs what it sees and does not act. */
  AUDIT = 'AUDIT',

  /** It logs what it sees and acts on it. */
  ENFORCED = 'ENFORCED',
}

/**
 * What threat protection does for ways to sign in beyond password and SRP.
 *
 * Merged per member: members that are not given keep what the pool has.
 */
export interface AdvancedSecurityAdditionalFlows {
  /**
   * What threat protection does for custom authentication, the one with challenge triggers.
   *
   * Needs the Plus tier: on others the service refuses it at deployment.
   *
   * API: `UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode`.
   *
   * @default - not managed: the pool keeps what it has
   */
  readonly customAuthMode?: AdvancedSecurityEnabledMode;
}

/**
 * What threat protection does for custom authentication.
 */
export enum AdvancedSecurityEnabledMode {
  /** It logs what it sees and does not act. */
  AUDIT = 'AUDIT',

  /** It logs what it sees and acts on it. */
  ENFORCED = 'ENFORCED',
}
