import type { Rule } from './rule';
import { isObject } from '../wire/json';

export const DEVICES: readonly Rule[] = [
  {
    id: 'device-configuration-says-something',
    reads: ['DeviceConfiguration'],
    check: (devices) => isObject(devices) && Object.keys(devices).length === 0
      ? 'is empty: declare challengeRequiredOnNewDevice or deviceOnlyRememberedOnUserPrompt, either value of which switches device remembering on'
      : undefined,
  },
];
