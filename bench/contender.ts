import { join } from 'node:path';
import { synthesize, templateOf } from './app';
import { byAwsCustomResource, byUserPoolSettings, type Declare } from './one-setting';
import { assetHandlerFile } from '../local/deployment/assets';
import { stringifyProperties } from '../local/deployment/stringify';
import { isCustom } from '../local/deployment/template';
import type { JsonObject } from '../src/core/wire/json';

/** A handler, and the properties that CloudFormation would send to it. */
export interface Contender {
  readonly handlerFile: string;
  readonly properties: JsonObject;
}

export interface Contenders {
  readonly ours: Contender;
  readonly rival: Contender;
  /** Does nothing but reply: what Node.js itself costs. */
  readonly empty: Contender;
}

/** Both apps are synthesized for real, so that handlers and properties are those that a deployment would have. */
export function contenders(folder: string): Contenders {
  return {
    ours: deployed(byUserPoolSettings, join(folder, 'ours')),
    rival: deployed(byAwsCustomResource, join(folder, 'rival')),
    empty: { handlerFile: join(__dirname, 'empty-handler.js'), properties: {} },
  };
}

function deployed(declare: Declare, outdir: string): Contender {
  const assembly = synthesize(declare, 1, outdir);
  const resources = Object.entries(templateOf(assembly).Resources);
  const [functionId, lambda] = resources.find(([, { Type }]) => Type === 'AWS::Lambda::Function')!;
  const [, resource] = resources.find(([, { Type }]) => isCustom(Type))!;
  // A token is what a template has where CloudFormation puts the function's name: neither handler reads it.
  const { ServiceToken: _, ...properties } = resource.Properties!;
  return {
    handlerFile: assetHandlerFile(assembly.directory, functionId, lambda.Properties!),
    properties: stringifyProperties(properties),
  };
}
