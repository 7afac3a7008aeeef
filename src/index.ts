export * from './cli-input-props';
export * from './managed-user-pool';
export * from './options';
export * from './user-pool-controls';
export * from './user-pool-settings';
export * from './user-pool-settings-provider';
