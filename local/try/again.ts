import { PROPERTY, RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { Template } from '../deployment';

/** CloudFormation would call nobody where nothing changed: the Lambda has to look by itself. */
export function again(template: Template): Template {
  const Resources = Object.entries(template.Resources).map(([id, resource]) => [id, resource.Type !== RESOURCE_TYPE ? resource : {
    ...resource, Properties: { ...resource.Properties, [PROPERTY.DEPLOYMENT]: 'again' },
  }] as const);
  return { ...template, Resources: Object.fromEntries(Resources) };
}
