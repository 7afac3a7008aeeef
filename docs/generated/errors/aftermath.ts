import type { Row } from './row';

/** What stands behind a failure. */
export const AFTERMATHS: readonly Row[] = [
  {
    of: 'the pool is as before',
    cause: 'The failure came after a write, and that has been undone and read again',
    remedy: 'Nothing to do about the pool',
  },
  {
    of: 'all but this has been taken back',
    cause: 'The undo did not bring everything back: Cognito refused it, or others wrote meanwhile',
    remedy: 'Compare the settings that are named with what you want, and set them: by a deployment, or by hand',
  },
  {
    of: 'what was written could not be taken back',
    cause: 'The pool could not be read any more: no network, no time or no permission',
    remedy: 'Look at the settings that are named in the console: they have the old or the new value',
  },
  {
    of: 'a fault of cdk-cognito-user-pool-settings itself',
    cause: 'An error that nobody foresaw',
    remedy: 'Report it with the log line `run failed`, whose `stack` has no values. Deploying again does no harm',
  },
];

/** Behind `the pool is not as expected after the write`. */
export const DEVIATIONS: readonly Row[] = [
  {
    of: 'not as declared',
    cause: 'Declared settings that have another value',
    remedy: 'Another writer was later, or Cognito changes the value: compare with `describe-user-pool`',
  },
  {
    of: 'lost though nobody declared it',
    cause: 'Settings that nobody declared and that fell back to the default; they were written again and fell back again',
    remedy: 'Set them again; please report which they are',
  },
  {
    of: 'still there, though left out',
    cause: 'A cleared setting whose only way back is to leave it out, and Cognito kept it',
    remedy: 'Declare the value that you want in place of `clear`',
  },
  {
    of: 'something else may be writing to this pool',
    cause: 'The two that explain it',
    remedy: 'In CloudTrail, the calls of this library have the user agent `cdk-cognito-user-pool-settings`',
  },
];
