export * from './options';
export * from './user-pool-settings';
export * from './user-pool-settings-provider';
