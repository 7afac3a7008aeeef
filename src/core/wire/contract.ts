/**
 * What templates and deployed stacks hold for ever: a name here may be added, never changed, since CloudFormation hands
 * the former properties and the physical id of an older version of this library to a newer one, and back on a rollback.
 */

/** The resource type in templates. */
export const RESOURCE_TYPE = 'Custom::CognitoUserPoolSettings';

/** The properties of the custom resource, beside `ServiceToken`. */
export const PROPERTY = {
  /** The id of the user pool. */
  USER_POOL_ID: 'UserPoolId',
  /** The declared settings, shaped as the API's requests, both APIs' members side by side. */
  SETTINGS: 'Settings',
  /** JSON text of declared members that this version has no prop for: text, so that their types survive CloudFormation. */
  ADDITIONAL_SETTINGS: 'AdditionalSettings',
  /** Paths of settings to put back to the service's default, each a list of names. */
  CLEAR: 'Clear',
  /** What becomes of settings that are no longer declared: a word of `ON_REMOVAL`; absent: `RETAIN`. */
  ON_REMOVAL: 'OnRemoval',
  /** The pool as the capturing resource found it: that resource's attribute of the same name. */
  BEFORE: 'Before',
  /** Of a pool that CloudFormation writes in the same app: differs whenever it does; nobody reads it. */
  POOL_FINGERPRINT: 'PoolFingerprint',
  /** Differs in every deployment that shall apply the settings whether or not they changed; nobody reads it. */
  DEPLOYMENT: 'Deployment',
} as const;

/** What becomes of settings that are no longer declared. */
export const ON_REMOVAL = ['RETAIN', 'RESET_TO_DEFAULT', 'RESTORE_PREVIOUS'] as const;
export type OnRemoval = typeof ON_REMOVAL[number];

/**
 * The resource that captures a pool before any setting is written. Its properties are the pool's id alone, for ever: each
 * change of them is an update, and an update comes too late to capture what was.
 */
export const CAPTURE_RESOURCE_TYPE = 'Custom::CognitoUserPoolCapture';

/** The attributes that `Fn::GetAtt` reads. */
export const ATTRIBUTE = {
  /** The paths that the last run changed, sorted, separated by commas; empty when nothing differed. */
  CHANGED_PATHS: 'ChangedPaths',
  /** Of the capturing resource: the captured pool, packed into text. */
  BEFORE: 'Before',
} as const;

/** The variable of the function that tells which settings the resources of its stack declare; declarers.ts has its text. */
export const DECLARED_SETTINGS = 'DECLARED_SETTINGS';

/** The physical id names pool and resource, so another pool is another resource and the old attachment is deleted. */
export function physicalId(userPoolId: string, logicalId: string): string {
  return `${userPoolId}/${logicalId}`;
}

/** The physical id of a resource whose creation failed before it owned anything: its deletion has nothing to do. */
export const FAILED_CREATE_ID = 'cognito-user-pool-settings-never-created';
