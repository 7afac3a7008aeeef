/** What CloudFormation's reading calls tell of local deployments, over HTTP on this machine. */
export { serveCloudFormation, type CloudFormationServer, type ServingOptions } from './http-server';
export { Stacks } from './stacks';
