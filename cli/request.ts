export const NAME = 'cdk-cognito-user-pool-settings';

export type CommandName = 'import' | 'skeleton' | 'check' | 'plan' | 'drift' | 'probe';

/** What every command takes. */
export interface GlobalOptions {
  readonly profile?: string;
  readonly region?: string;
  readonly endpointUrl?: string;
  readonly json?: boolean;
  readonly color: boolean;
  readonly debug?: boolean;
}

/** What a person asked for on the command line. */
export interface Request {
  readonly command: CommandName;
  /** Those of the command too. */
  readonly options: GlobalOptions;
  /** The arguments that are no options. */
  readonly names: readonly string[];
}
