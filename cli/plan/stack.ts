import { attributeOf, kindOf } from './attributes';
import { dependencyOrder } from './order';
import { pseudoParameter, type Place } from './place';
import { holds, resolve, resolveObject, type Scope } from './resolve';
import { asJson, Unknown, type Partly, type PartlyObject } from './unknown';
import type { Json } from '../../src/core/wire/json';
import { references } from '../../src/core/wire/references';
import type { Template } from '../assembly/template';
import type { DeployedStack } from '../aws/cloudformation';

export interface StackFacts {
  readonly template: Template;
  readonly place: Place;
  /** What is there now; nothing of a new stack. */
  readonly deployed?: DeployedStack;
  /** What the app, or the stack above, passes. */
  readonly parameters?: Readonly<Record<string, Partly>>;
  /** As it is deployed: what differs from it may become another resource. */
  readonly former?: ResolvedStack;
  imported(name: string): Partly;
  /** An output of a nested stack. */
  nestedOutput(logicalId: string, name: string): Partly | undefined;
}

/** A template with all that can be known of it before it is deployed. */
export class ResolvedStack {
  private readonly scope: Scope;
  private readonly cache = new Map<string, PartlyObject>();

  constructor(private readonly facts: StackFacts) {
    const { template } = facts;
    this.scope = {
      mappings: template.Mappings,
      conditions: template.Conditions,
      ref: (name) => this.ref(name),
      attribute: (logicalId, name) => this.attribute(logicalId, name),
      imported: (name) => facts.imported(name),
    };
  }

  get template(): Template {
    return this.facts.template;
  }

  get deployed(): DeployedStack | undefined {
    return this.facts.deployed;
  }

  /** The logical ids of resources, those first that others wait for; those whose condition does not hold are none. */
  get order(): readonly string[] {
    const { Resources } = this.template;
    const names = Object.keys(Resources).filter((name) => this.exists(name));
    const needs = names.map((name) => {
      const { properties, dependsOn } = Resources[name];
      return [name, new Set([...references(properties), ...dependsOn])] as const;
    });
    const byName = new Map(needs);
    return dependencyOrder(names, (name) => byName.get(name)!);
  }

  exists(logicalId: string): boolean {
    const resource = this.resource(logicalId);
    return resource !== undefined && (resource.condition === undefined || holds(resource.condition, this.scope) !== false);
  }

  resource(logicalId: string) {
    return Object.hasOwn(this.template.Resources, logicalId) ? this.template.Resources[logicalId] : undefined;
  }

  properties(logicalId: string): PartlyObject {
    const cached = this.cache.get(logicalId);
    if (cached) return cached;
    const resolved = resolveObject(this.resource(logicalId)?.properties ?? {}, this.scope);
    this.cache.set(logicalId, resolved);
    return resolved;
  }

  value(expression: Json): Partly | undefined {
    return resolve(expression, this.scope);
  }

  /** What the stack exports under a name. */
  exported(name: string): Partly | undefined {
    const output = Object.values(this.template.Outputs).find(({ Export }) => {
      const given = (Export as { readonly Name?: Json } | undefined)?.Name;
      return given !== undefined && resolve(given, this.scope) === name;
    });
    return output && resolve(output.Value, this.scope);
  }

  /** What Ref gives of a resource. */
  physicalId(logicalId: string): Partly {
    const { deployed, former } = this.facts;
    const { type, properties } = this.resource(logicalId)!;
    const { name, replacedBy = [] } = kindOf(type) ?? {};
    const given = name === undefined || properties[name] === undefined ? undefined : resolve(properties[name], this.scope);
    if (given !== undefined) return typeof given === 'string' ? given : Unknown.of(logicalId);

    const there = deployed && Object.hasOwn(deployed.resources, logicalId) ? deployed.resources[logicalId] : undefined;
    if (there?.type !== type) return Unknown.of(logicalId);
    const deciding = [...replacedBy, ...name === undefined ? [] : [name]];
    const isAnother = former !== undefined && deciding.some((property) => {
      const old = former.properties(logicalId)[property];
      const young = properties[property] && resolve(properties[property], this.scope);
      return JSON.stringify(old && asJson(old)) !== JSON.stringify(young && asJson(young));
    });
    return isAnother ? Unknown.of(logicalId) : there.physicalId;
  }

  private ref(name: string): Partly {
    const pseudo = pseudoParameter(name, this.facts.place);
    if (pseudo !== undefined) return pseudo;
    if (Object.hasOwn(this.template.Parameters, name)) return this.parameter(name);
    return this.resource(name) ? this.physicalId(name) : Unknown.of(name);
  }

  private attribute(logicalId: string, name: string): Partly {
    const type = this.resource(logicalId)?.type;
    const whole = Unknown.of(`${logicalId}.${name}`);
    if (type === undefined) return whole;
    if (type === 'AWS::CloudFormation::Stack') return this.facts.nestedOutput(logicalId, name.replace(/^Outputs\./, '')) ?? whole;
    if (kindOf(type) === undefined) return whole;
    const id = this.physicalId(logicalId);
    // A part of what is not known says no more than the whole.
    if (id instanceof Unknown) return whole;
    return attributeOf(type, name, { id, place: this.facts.place, properties: this.properties(logicalId) }) ?? whole;
  }

  /** What is passed, else what was passed before, as the CDK's CLI does, else the default. */
  private parameter(name: string): Partly {
    const { parameters = {}, deployed } = this.facts;
    const { Type: type, Default: standard } = this.template.Parameters[name];
    const isLookedUp = String(type).startsWith('AWS::SSM::Parameter::Value');
    const isPassedBefore = deployed !== undefined && Object.hasOwn(deployed.parameters, name);
    if (isPassedBefore && !(Object.hasOwn(parameters, name) && !isLookedUp)) return listed(deployed.parameters[name], type);
    if (isLookedUp) return Unknown.of(name);
    if (Object.hasOwn(parameters, name)) return listed(parameters[name], type);
    const isHidden = deployed?.template.Parameters[name]?.NoEcho === true;
    return standard === undefined || isHidden ? Unknown.of(name) : listed(standard as Partly, type);
  }
}

function listed(value: Partly, type: Json): Partly {
  if (typeof value === 'object') return value;
  return /CommaDelimitedList|List</.test(String(type)) ? String(value).split(',').map((item) => item.trim()) : String(value);
}
