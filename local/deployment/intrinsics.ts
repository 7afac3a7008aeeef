import { conditionNamed, type Conditions } from './conditions';
import { parseSub } from './sub';
import { TemplateError } from './template';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

/** What the names in a template stand for at this moment of a deployment. */
export interface Scope {
  readonly mappings: Readonly<Record<string, Json>>;
  readonly conditions: Conditions;
  readonly imports: Readonly<Record<string, string>>;
  /** A parameter, a pseudo parameter or a resource; `undefined` if nothing has that name. */
  ref(name: string): Json | undefined;
  attribute(logicalId: string, name: string): Json;
}

/** `undefined` is AWS::NoValue: the property, or the element of the list, is not there. */
type Resolved = Json | undefined;
type Intrinsic = (argument: Json, scope: Scope, at: string) => Resolved;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'Ref': (argument, scope, at) => refer(text(argument, 'Ref', at), scope, at),
  'Fn::GetAtt': (argument, scope, at) => {
    const [logicalId, name] = attributeOf(argument, at);
    return scope.attribute(logicalId, text(resolve(name, scope, at), 'Fn::GetAtt', at));
  },
  'Fn::Join': (argument, scope, at) => {
    const [delimiter, parts] = list(argument, 'Fn::Join', at, 2);
    const resolved = list(resolve(parts, scope, at), 'Fn::Join', at);
    return resolved.map((part) => text(part, 'Fn::Join', at)).join(text(delimiter, 'Fn::Join', at));
  },
  'Fn::Sub': (argument, scope, at) => {
    const { variables, parts } = parseSub(argument, at);
    return parts.map((part) => {
      if (part.literal !== undefined) return part.literal;
      if (part.variable !== undefined) return text(resolve(variables[part.variable], scope, at), 'Fn::Sub', at);
      if (part.attribute !== undefined) return text(scope.attribute(part.name, part.attribute), 'Fn::Sub', at);
      return text(refer(part.name, scope, at), 'Fn::Sub', at);
    }).join('');
  },
  'Fn::Select': (argument, scope, at) => {
    const [index, options] = list(argument, 'Fn::Select', at, 2);
    const position = Number(text(resolve(index, scope, at), 'Fn::Select', at));
    const chosen = list(resolve(options, scope, at), 'Fn::Select', at)[position];
    if (chosen === undefined) throw new TemplateError(`${at}: Fn::Select cannot select nonexistent value at index ${position}`);
    return chosen;
  },
  'Fn::Split': (argument, scope, at) => {
    const [delimiter, source] = list(argument, 'Fn::Split', at, 2);
    return text(resolve(source, scope, at), 'Fn::Split', at).split(text(delimiter, 'Fn::Split', at));
  },
  'Fn::FindInMap': (argument, scope, at) => {
    const keys = list(resolve(argument, scope, at), 'Fn::FindInMap', at, 3).map((key) => text(key, 'Fn::FindInMap', at));
    let found: Json | undefined = scope.mappings;
    for (const key of keys) found = isObject(found) ? found[key] : undefined;
    if (found === undefined) throw new TemplateError(`${at}: Fn::FindInMap finds nothing under ${keys.join(', ')}`);
    return found;
  },
  'Fn::If': (argument, scope, at) => resolve(chosenBranch(argument, scope.conditions, at), scope, at),
  'Fn::Base64': (argument, scope, at) => Buffer.from(text(resolve(argument, scope, at), 'Fn::Base64', at)).toString('base64'),
  'Fn::ImportValue': (argument, scope, at) => {
    const name = text(resolve(argument, scope, at), 'Fn::ImportValue', at);
    if (scope.imports[name] === undefined) throw new TemplateError(`No export named ${name} found`);
    return scope.imports[name];
  },
};

/** The value without its intrinsics; `at` says whose value it is, for the error. */
export function resolve(value: Json, scope: Scope, at: string): Resolved {
  if (Array.isArray(value)) {
    const elements = (value as readonly Json[]).map((element) => resolve(element, scope, at));
    return elements.filter((element) => element !== undefined);
  }
  if (!isObject(value)) return value;
  const call = intrinsicCall(value, at);
  if (call) return INTRINSICS[call.name](call.argument, scope, at);
  return resolveObject(value, scope, at);
}

export function resolveObject(value: JsonObject, scope: Scope, at: string): JsonObject {
  const members = Object.entries(value).map(([key, member]) => [key, resolve(member, scope, at)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined)) as JsonObject;
}

/** The intrinsic that an object is, if it is one. */
export function intrinsicCall(value: JsonObject, at: string): { readonly name: string; readonly argument: Json } | undefined {
  const keys = Object.keys(value);
  const name = keys.find((key) => key.startsWith('Fn::')) ?? (keys.length === 1 && keys[0] === 'Ref' ? 'Ref' : undefined);
  if (name === undefined) return undefined;
  const others = keys.filter((key) => key !== name);
  if (others.length > 0) throw new TemplateError(`${at}: ${name} must stand alone, but is beside ${others.join(', ')}`);
  if (!(name in INTRINSICS)) throw new TemplateError(`${at}: ${name} is an intrinsic that the local deployment does not know`);
  return { name, argument: value[name] };
}

/** The branch of an Fn::If that counts, unresolved: the other one may name resources that are not there. */
export function chosenBranch(argument: Json, conditions: Conditions, at: string): Json {
  const [name, whenTrue, whenFalse] = list(argument, 'Fn::If', at, 3);
  return conditionNamed(text(name, 'Fn::If', at), conditions, at) ? whenTrue : whenFalse;
}

/** Both spellings of Fn::GetAtt: a pair, and one text with a dot. */
export function attributeOf(argument: Json, at: string): readonly [string, Json] {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    if (dot > 0) return [argument.slice(0, dot), argument.slice(dot + 1)];
  }
  const [logicalId, name] = list(argument, 'Fn::GetAtt', at, 2);
  return [text(logicalId, 'Fn::GetAtt', at), name];
}

function refer(name: string, scope: Scope, at: string): Resolved {
  if (name === 'AWS::NoValue') return undefined;
  const value = scope.ref(name);
  if (value === undefined) throw new TemplateError(`${at}: unresolved Ref ${name}`);
  return value;
}

function list(value: Resolved, name: string, at: string, length?: number): readonly Json[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) {
    const size = length === undefined ? '' : ` of ${length}`;
    throw new TemplateError(`${at}: ${name} takes a list${size}, got ${JSON.stringify(value)}`);
  }
  return value as readonly Json[];
}

function text(value: Resolved, name: string, at: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${at}: ${name} takes a text, got ${JSON.stringify(value)}`);
}
