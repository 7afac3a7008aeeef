import { has, isObject, type Json } from '../json';
import { matchesJavaPattern } from './java-pattern';
import { shapeOf, type Shape } from './model';

/** What the model has to say about a document. */
export interface Findings {
  /** Values of another JSON type than the model's: such a request is refused before any constraint is looked at. */
  readonly mistyped: string[];
  readonly violations: string[];
  readonly unknownMembers: string[];
}

export function inspect(shapeName: string, value: Json): Findings {
  const findings: Findings = { mistyped: [], violations: [], unknownMembers: [] };
  visit(shapeOf(shapeName), value, '', '', findings);
  return findings;
}

/** `at` is the service's spelling of the path, `wire` the request's own. */
function visit(shape: Shape, value: Json, at: string, wire: string, findings: Findings): void {
  switch (shape.type) {
    case 'structure': return visitStructure(shape, value, at, wire, findings);
    case 'list': return visitList(shape, value, at, wire, findings);
    case 'map': return visitMap(shape, value, at, wire, findings);
    case 'string': return visitScalar(typeof value === 'string', 'String', shape, value, at, findings);
    case 'integer': return visitScalar(Number.isInteger(value), 'Integer', shape, value, at, findings);
    case 'boolean': return visitScalar(typeof value === 'boolean', 'Boolean', shape, value, at, findings);
    case 'timestamp': return visitScalar(typeof value === 'number', 'Date', shape, value, at, findings);
  }
}

function visitStructure(shape: Shape, value: Json, at: string, wire: string, findings: Findings): void {
  if (!isObject(value)) return mistyped(value, 'structure or map', findings);
  for (const member of shape.required ?? []) {
    if (!has(value, member)) {
      const path = join(at, lowerFirst(member));
      findings.violations.push(`Value null at '${path}' failed to satisfy constraint: Member must not be null`);
    }
  }
  for (const member of Object.keys(value)) {
    const target = shape.members && has(shape.members, member) ? shape.members[member] : undefined;
    if (target) {
      visit(shapeOf(target.shape), value[member], join(at, lowerFirst(member)), join(wire, member), findings);
    } else {
      findings.unknownMembers.push(join(wire, member));
    }
  }
}

function visitList(shape: Shape, value: Json, at: string, wire: string, findings: Findings): void {
  if (!Array.isArray(value)) return mistyped(value, 'list', findings);
  const broken = lengthConstraints(shape, value.length);
  findings.violations.push(...broken.map((constraint) => failed(value as Json, at, constraint)));
  const itemShape = shapeOf(shape.member!.shape);
  value.forEach((item: Json, index) => visit(itemShape, item, `${at}.${index + 1}.member`, `${wire}[]`, findings));
}

function visitMap(shape: Shape, value: Json, at: string, wire: string, findings: Findings): void {
  if (!isObject(value)) return mistyped(value, 'structure or map', findings);
  const keyShape = shapeOf(shape.key!.shape);
  const valueShape = shapeOf(shape.value!.shape);
  for (const key of Object.keys(value)) {
    const broken = stringConstraints(keyShape, key);
    if (broken.length > 0) findings.violations.push(failed(key, at, `Map keys must satisfy constraint: [${broken.join(', ')}]`));
    visit(valueShape, value[key], `${at}.${key}.member`, join(wire, key), findings);
  }
}

function visitScalar(rightType: boolean, typeName: string, shape: Shape, value: Json, at: string, findings: Findings): void {
  if (!rightType) return mistyped(value, typeName, findings);
  const broken = typeof value === 'string' ? stringConstraints(shape, value)
    : typeof value === 'number' ? rangeConstraints(shape, value) : [];
  for (const constraint of broken) findings.violations.push(failed(value, at, constraint));
}

function stringConstraints(shape: Shape, value: string): string[] {
  const broken = shape.min === undefined && shape.max === undefined ? [] : lengthConstraints(shape, [...value].length);
  if (shape.pattern !== undefined && !matchesJavaPattern(shape.pattern, value)) {
    broken.push(`Member must satisfy regular expression pattern: ${shape.pattern}`);
  }
  if (shape.enum && !shape.enum.includes(value)) broken.push(`Member must satisfy enum value set: [${shape.enum.join(', ')}]`);
  return broken;
}

function lengthConstraints({ min, max }: Shape, length: number): string[] {
  const broken: string[] = [];
  if (min !== undefined && length < min) broken.push(`Member must have length greater than or equal to ${min}`);
  if (max !== undefined && length > max) broken.push(`Member must have length less than or equal to ${max}`);
  return broken;
}

function rangeConstraints({ min, max }: Shape, value: number): string[] {
  const broken: string[] = [];
  if (min !== undefined && value < min) broken.push(`Member must have value greater than or equal to ${min}`);
  if (max !== undefined && value > max) broken.push(`Member must have value less than or equal to ${max}`);
  return broken;
}

/** The service quotes strings back (amplify-js#3731, 'lambdaConfig.customMessage'), which callers must not log. */
function failed(value: Json, at: string, constraint: string): string {
  const quoted = typeof value === 'string' ? `Value '${value}'` : 'Value';
  return `${quoted} at '${at}' failed to satisfy constraint: ${constraint}`;
}

function mistyped(value: Json, wanted: string, findings: Findings): void {
  const found = value === null ? 'NULL_VALUE' : Array.isArray(value) ? 'START_ARRAY' : isObject(value) ? 'START_OBJECT'
    : `${typeof value}_VALUE`.toUpperCase();
  findings.mistyped.push(`${found} can not be converted to ${wanted}`);
}

function join(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`;
}

function lowerFirst(member: string): string {
  return member.charAt(0).toLowerCase() + member.slice(1);
}
