import { conditionOf } from './conditions';
import { asJson, expressionOf, isPartlyObject, Unknown, type Partly, type PartlyObject } from './unknown';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { valueAt } from '../../src/core/wire/path';

/** What the names in a template stand for. */
export interface Scope {
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  /** A parameter, a pseudo parameter or a resource. */
  ref(name: string): Partly;
  attribute(logicalId: string, name: string): Partly;
  imported(name: string): Partly;
}

/** `undefined` is AWS::NoValue: the property, or the element of the list, is not there. */
type Resolved = Partly | undefined;
type Intrinsic = (argument: Json, scope: Scope, whole: JsonObject) => Resolved;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'Ref': (name, scope) => (name === 'AWS::NoValue' ? undefined : scope.ref(String(name))),
  'Condition': (name, scope, whole) => holds(name, scope) ?? unknownOf(whole),
  'Fn::GetAtt': (argument, scope, whole) => {
    const [logicalId, name] = typeof argument === 'string' ? splitOnce(argument) : (argument as readonly Json[]);
    return typeof name === 'string' ? scope.attribute(String(logicalId), name) : unknownOf(whole);
  },
  'Fn::Join': (argument, scope, whole) => {
    const [delimiter, list] = argument as readonly Json[];
    const parts = resolve(list, scope);
    return Array.isArray(parts) ? together(parts as readonly Partly[], String(delimiter)) : unknownOf(whole);
  },
  'Fn::Sub': (argument, scope) => {
    const [source, variables] = Array.isArray(argument) ? argument as readonly Json[] : [argument, {}];
    return substituted(String(source), isObject(variables) ? variables : {}, scope);
  },
  'Fn::Select': (argument, scope, whole) => {
    const [index, list] = (argument as readonly Json[]).map((part) => resolve(part, scope));
    const chosen = Array.isArray(list) ? (list as readonly Partly[])[Number(index)] : undefined;
    return chosen === undefined ? unknownOf(whole) : chosen;
  },
  'Fn::Split': (argument, scope, whole) => {
    const [delimiter, source] = argument as readonly Json[];
    const text = resolve(source, scope);
    return typeof text === 'string' ? text.split(String(delimiter)) : unknownOf(whole);
  },
  'Fn::FindInMap': (argument, scope, whole) => {
    const keys = (argument as readonly Json[]).slice(0, 3).map((key) => resolve(key, scope));
    if (!keys.every((key) => typeof key === 'string')) return unknownOf(whole);
    const found = valueAt(scope.mappings, keys);
    return found === undefined ? unknownOf(whole) : found;
  },
  'Fn::If': (argument, scope, whole) => {
    const [name, whenTrue, whenFalse] = argument as readonly Json[];
    const isMet = holds(name, scope);
    if (isMet !== undefined) return resolve(isMet ? whenTrue : whenFalse, scope);
    const [one, other] = [whenTrue, whenFalse].map((branch) => resolve(branch, scope));
    const isSame = one !== undefined && other !== undefined && JSON.stringify(asJson(one)) === JSON.stringify(asJson(other));
    return isSame ? one : unknownOf(whole);
  },
  'Fn::Base64': (argument, scope, whole) => {
    const text = resolve(argument, scope);
    return typeof text === 'string' ? Buffer.from(text).toString('base64') : unknownOf(whole);
  },
  'Fn::ImportValue': (argument, scope, whole) => {
    const name = resolve(argument, scope);
    return typeof name === 'string' ? scope.imported(name) : unknownOf(whole);
  },
};

/** The value without its intrinsics, as far as they can be known before a deployment. */
export function resolve(value: Json, scope: Scope): Resolved {
  // What Systems Manager or Secrets Manager hold is looked up by CloudFormation.
  if (typeof value === 'string') return value.includes('{{resolve:') ? Unknown.of(value) : value;
  if (Array.isArray(value)) return value.map((item: Json) => resolve(item, scope)).filter((item) => item !== undefined);
  if (!isObject(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (others.length > 0 || name === undefined) return resolveObject(value, scope);
  const isIntrinsic = name.startsWith('Fn::') || name === 'Ref' || (name === 'Condition' && typeof value[name] === 'string');
  if (!isIntrinsic) return resolveObject(value, scope);
  const intrinsic = Object.hasOwn(INTRINSICS, name) ? INTRINSICS[name] : undefined;
  return intrinsic ? intrinsic(value[name], scope, value) : unknownOf(value);
}

export function resolveObject(value: JsonObject, scope: Scope): PartlyObject {
  const members = Object.entries(value).map(([name, inner]) => [name, resolve(inner, scope)] as const);
  return Object.fromEntries(members.filter((member): member is [string, Partly] => member[1] !== undefined));
}

/** Whether the condition of this name holds. */
export function holds(name: Json, scope: Scope): boolean | undefined {
  return conditionOf({ Condition: name }, { conditions: scope.conditions, value: (operand) => resolve(operand, scope) });
}

function unknownOf(value: Json): Unknown {
  return Unknown.of(expressionOf(value));
}

/** Custom resources get texts: CloudFormation turns numbers and booleans into them. */
export function stringified(value: Partly): Partly {
  if (Array.isArray(value)) return value.map((item: Partly) => stringified(item));
  if (isPartlyObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, stringified(inner)]));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/** One text of several; unknown if one of them is. */
export function together(parts: readonly Partly[], delimiter = ''): string | Unknown {
  const texts = parts.map((part) => {
    if (typeof part !== 'object') return String(part);
    return part instanceof Unknown ? part.text : unknownOf(asJson(part)).text;
  });
  const text = texts.join(delimiter);
  return parts.every((part) => typeof part !== 'object') ? text : new Unknown(text);
}

function substituted(source: string, variables: JsonObject, scope: Scope): Partly {
  const parts: Partly[] = [];
  let end = 0;
  for (const match of source.matchAll(/\$\{(!?)([^}]*)\}/g)) {
    const [whole, isLiteral, name] = match;
    parts.push(source.slice(end, match.index), isLiteral ? `\${${name}}` : nameIn(name.trim(), variables, scope));
    end = match.index + whole.length;
  }
  return together([...parts, source.slice(end)]);
}

function nameIn(name: string, variables: JsonObject, scope: Scope): Partly {
  if (Object.hasOwn(variables, name)) return resolve(variables[name], scope) ?? '';
  const [logicalId, attribute] = splitOnce(name);
  return attribute === undefined ? scope.ref(name) : scope.attribute(logicalId, attribute);
}

/** A logical id has no dot; an attribute may. */
function splitOnce(text: string): readonly [string, string | undefined] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text, undefined] : [text.slice(0, dot), text.slice(dot + 1)];
}
