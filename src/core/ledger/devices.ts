import { clearedByOmission, flag, structure } from './member';

/** `DeviceConfiguration`: any value at all switches device remembering on, so neither flag has a default that equals absence. */
export const DEVICE_CONFIGURATION = structure({
  ChallengeRequiredOnNewDevice: flag(),
  DeviceOnlyRememberedOnUserPrompt: flag(),
}, {
  clear: clearedByOmission,
});
