import type { Json, JsonObject } from '../../src/core/wire/json';

/** What CloudFormation sends to the Lambda of a custom resource. */
export interface CustomResourceRequest {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ServiceToken: string;
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly ResourceType: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: JsonObject;
  readonly OldResourceProperties?: JsonObject;
}

/** What has to come back. */
export interface CustomResourceReply {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly Data?: Readonly<Record<string, Json>>;
}

/** The three names by which a reply is told from every other. */
export type RequestIdentity = Pick<CustomResourceRequest, 'StackId' | 'RequestId' | 'LogicalResourceId'>;
