/**
 * How the pool remembers the devices that users sign in with.
 *
 * Any value in it, `false` too, switches device remembering on: with both `false` every device is remembered. Merged per
 * member: members that are not given keep what the pool has, or are `false` on a pool that remembered no devices. With no
 * member it is refused at synth.
 */
export interface DeviceConfiguration {
  /**
   * Whether a remembered device stands in for the second factor.
   *
   * With `true` a user on a remembered device is not asked for an SMS or TOTP code; on other devices users are always asked
   * where MFA requires it. Giving it, with either value, switches device remembering on.
   *
   * API: `DeviceConfiguration.ChallengeRequiredOnNewDevice`.
   *
   * @default - not managed: the pool keeps what it has. A pool that remembered no devices has `false`.
   */
  readonly challengeRequiredOnNewDevice?: boolean;

  /**
   * Whether a device is remembered only after the user agreed.
   *
   * With `true` your application asks the user and reports the answer by `UpdateDeviceStatus`; with `false` every confirmed
   * device is remembered. Giving it, with either value, switches device remembering on.
   *
   * API: `DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt`.
   *
   * @default - not managed: the pool keeps what it has. A pool that remembered no devices has `false`.
   */
  readonly deviceOnlyRememberedOnUserPrompt?: boolean;
}
