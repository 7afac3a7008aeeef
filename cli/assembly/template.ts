import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

/** As much of a CloudFormation template as the tool reads. */
export interface Template {
  readonly Parameters: Readonly<Record<string, JsonObject>>;
  readonly Mappings: JsonObject;
  readonly Conditions: JsonObject;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, JsonObject>>;
}

export interface Resource {
  readonly type: string;
  readonly properties: JsonObject;
  readonly dependsOn: readonly string[];
  readonly condition?: string;
  readonly deletionPolicy?: string;
  readonly updateReplacePolicy?: string;
  readonly metadata: JsonObject;
}

export const EMPTY: Template = { Parameters: {}, Mappings: {}, Conditions: {}, Resources: {}, Outputs: {} };

/** A template as it was parsed; sections that it does not have are empty. */
export function templateOf(parsed: unknown): Template {
  const document = isObject(parsed) ? parsed : {};
  const objects = (value: Json | undefined) =>
    Object.entries(sectionOf(value)).filter((entry): entry is [string, JsonObject] => isObject(entry[1]));
  return {
    Parameters: Object.fromEntries(objects(document.Parameters)),
    Mappings: sectionOf(document.Mappings),
    Conditions: sectionOf(document.Conditions),
    Resources: Object.fromEntries(objects(document.Resources).map(([logicalId, resource]) => [logicalId, resourceOf(resource)])),
    Outputs: Object.fromEntries(objects(document.Outputs)),
  };
}

/** The logical ids of the stacks that are nested in one. */
export function nestedIdsIn({ Resources }: Template): string[] {
  return Object.keys(Resources).filter((id) => Resources[id].type === 'AWS::CloudFormation::Stack');
}

function resourceOf(resource: JsonObject): Resource {
  const { Type, Properties, DependsOn, Condition, DeletionPolicy, UpdateReplacePolicy, Metadata } = resource;
  return {
    type: String(Type),
    properties: sectionOf(Properties),
    dependsOn: [DependsOn ?? []].flat().map(String),
    ...(typeof Condition === 'string' && { condition: Condition }),
    ...(typeof DeletionPolicy === 'string' && { deletionPolicy: DeletionPolicy }),
    ...(typeof UpdateReplacePolicy === 'string' && { updateReplacePolicy: UpdateReplacePolicy }),
    metadata: sectionOf(Metadata),
  };
}

function sectionOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
