import type { Json, JsonObject } from '../../src/core/wire/json';

/** As much of a CloudFormation template as the local deployment reads; sections that it does not know are let through. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, TemplateParameter>>;
  readonly Mappings?: Readonly<Record<string, Json>>;
  readonly Conditions?: Readonly<Record<string, Json>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, TemplateOutput>>;
}

export interface TemplateParameter {
  readonly Type: string;
  readonly Default?: Json;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: JsonObject;
  readonly DependsOn?: string | readonly string[];
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface TemplateOutput {
  readonly Value: Json;
  readonly Condition?: string;
}

/** CloudFormation would have refused the template, or the local deployment cannot run it: nothing was touched. */
export class TemplateError extends Error {
  public override readonly name = 'TemplateError';
}

/** Custom resources are the ones that a Lambda answers for. */
export function isCustom(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}
