export { LocalDeployment, type LocalDeploymentOptions } from './local-deployment';
export { TemplateError, type Template, type TemplateResource } from './template';
export {
  ResourceFailure, ResourceRefusal,
  type ExistingResourceRequest, type ResourceModel, type ResourceRequest, type ResourceResult, type ResourceUpdateRequest,
} from './resource-model';
export { generatedName } from './default-models';
export type { CustomResourceReply, CustomResourceRequest } from './custom-resource-protocol';
export type { StackEnvironment } from './environment';
export type { DeploymentResult, ResourceStatus, StackEvent, StackProgress, StackStatus } from './events';
export type { Invocation } from './lambda-functions';
export type { LiveResource } from './live-resources';
export type { Grant, Permissions, PermissionUse } from './permissions';
export type { ReplyFault } from './reply-server';
