import { Refusal } from './refusal';
import { CAPTURE_RESOURCE_TYPE, PROPERTY, RESOURCE_TYPE } from '../../src/core/wire/contract';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import type { Template } from '../deployment';

/** Where the settings of a template find pools that the stack does not make. */
export interface PoolsNeeded {
  /** By their ids in the app. */
  readonly ids: readonly string[];
  /** By the parameters of the template, and the exports of other stacks, whose values are the ids. */
  readonly parameters: readonly string[];
  readonly exports: readonly string[];
}

const OURS = [RESOURCE_TYPE, CAPTURE_RESOURCE_TYPE];
const CUSTOM = /^(Custom::|AWS::CloudFormation::CustomResource$)/;
const NO_SETTINGS = 'the app has no settings of a user pool: no UserPoolSettings, nor a ManagedUserPool that needs it';

export function poolsNeeded(template: Template): PoolsNeeded {
  const found = Object.entries(template.Resources).filter(([, { Type }]) => OURS.includes(Type));
  if (found.length === 0) throw new Refusal(NO_SETTINGS);
  const needed = { ids: new Set<string>(), parameters: new Set<string>(), exports: new Set<string>() };
  for (const [logicalId, { Properties }] of found) {
    const { kind, name } = whereabouts(template, Properties?.[PROPERTY.USER_POOL_ID]);
    if (kind === 'elsewhere') throw new Refusal(`the user pool of ${logicalId} is known in AWS only: import it by its id`);
    if (kind !== 'made') needed[kind].add(name);
  }
  return { ids: [...needed.ids], parameters: [...needed.parameters], exports: [...needed.exports] };
}

interface Whereabouts {
  readonly kind: keyof PoolsNeeded | 'made' | 'elsewhere';
  readonly name: string;
}

function whereabouts({ Parameters = {}, Resources }: Template, id: Json | undefined): Whereabouts {
  if (typeof id === 'string') return { kind: 'ids', name: id };
  const { Ref, 'Fn::ImportValue': exported } = isObject(id) ? id : {} as JsonObject;
  if (typeof exported === 'string') return { kind: 'exports', name: exported };
  const name = String(Ref);
  if (Object.hasOwn(Parameters, name)) return { kind: 'parameters', name };
  return { kind: Resources[name]?.Type === 'AWS::Cognito::UserPool' ? 'made' : 'elsewhere', name };
}

/** Somebody else's custom resources would call AWS. */
export function foreignTypes(template: Template): string[] {
  const types = Object.values(template.Resources).map(({ Type }) => Type);
  return [...new Set(types)].filter((type) => CUSTOM.test(type) && !OURS.includes(type));
}
