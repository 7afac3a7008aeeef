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
} as const;

/** The attributes that `Fn::GetAtt` reads. */
export const ATTRIBUTE = {
  /** The paths that the last run changed, sorted, separated by commas; empty when nothing differed. */
  CHANGED_PATHS: 'ChangedPaths',
} as const;

/** The physical id names pool and resource, so another pool is another resource and the old attachment is deleted. */
export function physicalId(userPoolId: string, logicalId: string): string {
  return `${userPoolId}/${logicalId}`;
}

/** The physical id of a resource whose creation failed before it owned anything: its deletion has nothing to do. */
export const FAILED_CREATE_ID = 'cognito-user-pool-settings-never-created';
