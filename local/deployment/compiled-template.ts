import { conditionNamed, evaluateConditions, type Conditions } from './conditions';
import { parameterValues, pseudoParameters, type StackEnvironment } from './environment';
import { resolve, resolveObject, type Scope } from './intrinsics';
import { dependencyOrder, type Dependencies } from './order';
import { references } from './references';
import { stringifyProperties } from './stringify';
import { isCustom, TemplateError, type Template, type TemplateOutput, type TemplateResource } from './template';
import type { Json, JsonObject } from '../../src/core/wire/json';

/** What a template's names of resources stand for: the one part of its scope that grows while a stack is deployed. */
export interface LiveNames {
  ref(logicalId: string): Json | undefined;
  attribute(logicalId: string, name: string): Json;
}

/** A template with its parameters, checked as CloudFormation checks it before it touches anything. */
export class CompiledTemplate {
  /** The resources whose condition holds. */
  public readonly resources: Readonly<Record<string, TemplateResource>>;
  public readonly dependencies: Dependencies;
  /** Dependencies first. */
  public readonly order: readonly string[];
  private readonly names: Readonly<Record<string, Json>>;
  private readonly conditions: Conditions;
  private readonly activeOutputs: Readonly<Record<string, TemplateOutput>>;

  constructor(
    private readonly template: Template,
    parameters: Readonly<Record<string, string>>,
    environment: StackEnvironment,
    private readonly imports: Readonly<Record<string, string>>,
  ) {
    this.names = { ...parameterValues(template, parameters), ...pseudoParameters(environment) };
    const noResources: LiveNames = {
      ref: () => undefined,
      attribute: (logicalId) => { throw new TemplateError(`Conditions can not refer to resource ${logicalId}`); },
    };
    const before = this.scope(noResources, {});
    this.conditions = evaluateConditions(template.Conditions ?? {}, (operand, at) => resolve(operand, before, at));
    this.resources = this.whoseConditionHolds(template.Resources);
    this.activeOutputs = this.whoseConditionHolds(template.Outputs ?? {});
    this.dependencies = this.findDependencies();
    this.order = dependencyOrder(this.dependencies);
  }

  /** The properties as their owner gets them: a custom resource gets texts. */
  public properties(logicalId: string, live: LiveNames): JsonObject {
    const { Type, Properties } = this.resources[logicalId];
    const resolved = resolveObject(Properties ?? {}, this.scope(live, this.conditions), logicalId);
    return isCustom(Type) ? stringifyProperties(resolved) : resolved;
  }

  public outputs(live: LiveNames): Record<string, string> {
    const scope = this.scope(live, this.conditions);
    const outputs: Record<string, string> = {};
    for (const [name, output] of Object.entries(this.activeOutputs)) {
      const value = resolve(output.Value, scope, `output ${name}`);
      if (value !== undefined) outputs[name] = typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
    return outputs;
  }

  private findDependencies(): Dependencies {
    const dependencies = new Map<string, ReadonlySet<string>>();
    for (const [logicalId, resource] of Object.entries(this.resources)) {
      const referred = references(resource.Properties ?? {}, this.conditions, logicalId);
      const found = [...this.declaredDependencies(resource), ...this.existing(referred, `resource ${logicalId}`)];
      dependencies.set(logicalId, new Set(found.filter((name) => Object.hasOwn(this.resources, name))));
    }
    for (const [name, output] of Object.entries(this.activeOutputs)) {
      this.existing(references(output.Value, this.conditions, name), `output ${name}`);
    }
    return dependencies;
  }

  /** DependsOn may name a resource whose condition does not hold: CloudFormation then forgets the dependency. */
  private declaredDependencies(resource: TemplateResource): readonly string[] {
    const declared = [resource.DependsOn ?? []].flat();
    const missing = declared.filter((name) => !Object.hasOwn(this.template.Resources, name));
    if (missing.length > 0) throw unresolved(missing, 'the Resources block of the template');
    return declared;
  }

  private existing(names: ReadonlySet<string>, at: string): readonly string[] {
    const known = { ...this.resources, ...this.names, 'AWS::NoValue': null };
    const missing = [...names].filter((name) => !Object.hasOwn(known, name));
    if (missing.length > 0) throw unresolved(missing, at);
    return [...names];
  }

  private whoseConditionHolds<T extends { readonly Condition?: string }>(items: Readonly<Record<string, T>>): Record<string, T> {
    return Object.fromEntries(Object.entries(items).filter(([name, { Condition }]) => {
      return Condition === undefined || conditionNamed(Condition, this.conditions, name);
    }));
  }

  private scope(live: LiveNames, conditions: Conditions): Scope {
    return {
      ref: (name) => Object.hasOwn(this.names, name) ? this.names[name] : live.ref(name),
      attribute: (logicalId, name) => live.attribute(logicalId, name),
      mappings: this.template.Mappings ?? {},
      conditions,
      imports: this.imports,
    };
  }
}

function unresolved(names: readonly string[], at: string): TemplateError {
  return new TemplateError(`Template format error: Unresolved resource dependencies [${names.join(', ')}] in ${at}`);
}
