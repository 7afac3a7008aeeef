/**
 * The issuer of the user pool's tokens.
 *
 * Merged per member: members that are not given keep what the pool has. In a secondary Region of a replicated pool it must
 * be what the pool has: the service refuses a change, at deployment.
 */
export interface IssuerConfiguration {
  /**
   * Which issuer URL the tokens carry.
   *
   * A change alters the `iss` claim of every new token, so whoever verifies tokens must know the other issuer first.
   *
   * API: `IssuerConfiguration.Type`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `ORIGINAL`.
   */
  readonly issuer?: Issuer;
}

/**
 * The form of the issuer URL.
 */
export enum Issuer {
  /** `https://cognito-idp.[region].amazonaws.com/[userPoolId]`, served by the pool's Region. */
  ORIGINAL = 'ORIGINAL',

  /** `https://issuer-cognito-idp.[region].amazonaws.com/[userPoolId]`, served by several Regions. What AWS recommends. */
  UPDATED = 'UPDATED',
}

/**
 * The names of the authentication context class reference (ACR) levels that tokens report in the claim `acr`.
 *
 * Merged per level: levels that are not given keep what the pool has. The four names must differ from each other, the
 * default names of all levels included: two that are alike are refused, at synth or, where one is the pool's or a token, at
 * deployment. Names of your own need the Essentials tier or higher.
 */
export interface AcrConfiguration {
  /**
   * The name of level 1.
   *
   * API: `AcrConfiguration.Level1`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `urn:cognito:loa:1`.
   */
  readonly level1?: AcrLevelConfig;

  /**
   * The name of level 2.
   *
   * API: `AcrConfiguration.Level2`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `urn:cognito:loa:2`.
   */
  readonly level2?: AcrLevelConfig;

  /**
   * The name of level 3.
   *
   * API: `AcrConfiguration.Level3`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `urn:cognito:loa:3`.
   */
  readonly level3?: AcrLevelConfig;

  /**
   * The name of level 4.
   *
   * API: `AcrConfiguration.Level4`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `urn:cognito:loa:4`.
   */
  readonly level4?: AcrLevelConfig;
}

/**
 * The name of one ACR level.
 */
export interface AcrLevelConfig {
  /**
   * The URI that the claim `acr` has when a user meets this level.
   *
   * A name that another of the four levels has, or has by default, is refused: at synth if it is known there, otherwise at
   * deployment.
   *
   * API: `AcrConfiguration.Level1.AcrValue`, and in the same way of the other levels.
   */
  readonly acrValue: string;
}

/**
 * Dynamic client registration: whether and how applications register their own app clients at the pool's domain.
 *
 * Merged per member: members that are not given keep what the pool has. By itself the service would put members that are
 * left out back to their defaults; this never happens here. Needs the Essentials tier or higher: to change a pool to Lite,
 * `enabled` must be `false` in the same update.
 */
export interface DcrConfiguration {
  /**
   * Whether applications can register app clients.
   *
   * `true` is the API's `Enabled`, `false` its `Disabled`. `true` on the Lite tier is refused: at synth if `userPoolTier`
   * is declared, otherwise at deployment.
   *
   * API: `DcrConfiguration.EnableStatus`.
   */
  readonly enabled: boolean;

  /**
   * Whether applications can register without an initial access token.
   *
   * API: `DcrConfiguration.OpenDcrEnabled`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it has `false`.
   */
  readonly openDcrEnabled?: boolean;

  /**
   * The grants that an app client from authenticated registration can ask for.
   *
   * A complete list that replaces the pool's list. With an empty list the service rejects authenticated registrations. It
   * accepts `IMPLICIT` and ignores it.
   *
   * API: `DcrConfiguration.AuthenticatedGrantTypes`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it permits `CODE` and `CLIENT_CREDENTIALS`.
   */
  readonly authenticatedGrantTypes?: OAuthFlow[];

  /**
   * The grants that an app client from open registration can ask for.
   *
   * A complete list that replaces the pool's list. With an empty list the service rejects open registrations. It accepts
   * `IMPLICIT` and ignores it. With `CLIENT_CREDENTIALS` anyone can register an app client that asks for
   * machine-to-machine tokens, which you pay for.
   *
   * API: `DcrConfiguration.OpenDcrGrantTypes`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it permits `CODE`.
   */
  readonly openDcrGrantTypes?: OAuthFlow[];

  /**
   * The scopes that a registered app client can ask for, beside `openid`, `email`, `phone` and `profile`.
   *
   * A complete list that replaces the pool's list: custom scopes of the pool's resource servers, and
   * `aws.cognito.signin.user.admin`. The scope `aws.cognito/dcr/register` is never granted, even when it is in the list.
   *
   * API: `DcrConfiguration.AllowedScopes`.
   *
   * @default - not managed: the pool keeps what it has. A pool that never set it permits none beside the four.
   */
  readonly allowedScopes?: string[];
}

/**
 * An OAuth 2.0 grant that a registered app client can ask for.
 */
export enum OAuthFlow {
  /** The authorization code grant. */
  CODE = 'code',

  /** The implicit grant. Dynamic client registration accepts it and ignores it. */
  IMPLICIT = 'implicit',

  /** The client credentials grant, for machine-to-machine access. */
  CLIENT_CREDENTIALS = 'client_credentials',
}
