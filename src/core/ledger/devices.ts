import { clearedBy, clearedByOmission, flag, structure } from './member';

/** Neither has a default that equals its absence: any value at all switches device remembering on (H17). */
const off = () => flag({ clear: clearedBy(false) });

/** `DeviceConfiguration` */
export const DEVICE_CONFIGURATION = structure({
  ChallengeRequiredOnNewDevice: off(),
  DeviceOnlyRememberedOnUserPrompt: off(),
}, {
  filled: { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: false },
  clear: clearedByOmission,
});
