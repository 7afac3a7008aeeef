import { clearedByOmission, flag, poor, reset, structure } from './member';

/** `DeviceConfiguration`: any value at all switches device remembering on, so neither flag has a default that equals absence. */
export const DEVICE_CONFIGURATION = structure({
  ChallengeRequiredOnNewDevice: flag(),
  DeviceOnlyRememberedOnUserPrompt: flag(),
}, {
  omission: reset('documented: null is off; aws-cli#6484, aws-cdk#33282 (2025)'),
  clear: clearedByOmission,
  cloudFormation: poor('DeviceConfiguration', 'removing the property leaves device remembering on (roadmap#448)'),
});
