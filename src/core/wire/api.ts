import type { JsonObject } from './json';

/** The four calls that read and write a user pool's settings, in the API's spelling. */
export type ReadAction = 'DescribeUserPool' | 'GetUserPoolMfaConfig';
export type WriteAction = 'UpdateUserPool' | 'SetUserPoolMfaConfig';
export type Action = ReadAction | WriteAction;

/** `X-Amz-Target` is this prefix, a dot and the action. */
export const TARGET_PREFIX = 'AWSCognitoIdentityProviderService';

/** The API's media type. */
export const CONTENT_TYPE = 'application/x-amz-json-1.1';

/** The name under which the API's requests are signed, and the first label of its hosts. */
export const SERVICE = 'cognito-idp';

/** One write of a plan. */
export interface Call {
  readonly action: WriteAction;
  readonly request: JsonObject;
}
