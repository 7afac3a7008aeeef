import { asJson, isUnknownWithin, type Partly } from './unknown';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

/** What conditions know: each other, and values without resources. */
export interface Terms {
  readonly conditions: JsonObject;
  value(operand: Json): Partly | undefined;
}

/** Whether a condition holds; `undefined` where only a deployment knows. */
export function conditionOf(expression: Json, terms: Terms, underway: readonly string[] = []): boolean | undefined {
  if (typeof expression === 'boolean') return expression;
  if (!isObject(expression)) return undefined;
  const [[operator, operands] = ['', null]] = Object.entries(expression);
  if (operator === 'Condition') {
    const name = String(operands);
    const isCircular = underway.includes(name) || !Object.hasOwn(terms.conditions, name);
    return isCircular ? undefined : conditionOf(terms.conditions[name], terms, [...underway, name]);
  }
  const list = Array.isArray(operands) ? operands as readonly Json[] : [];
  const inner = () => list.map((each) => conditionOf(each, terms, underway));
  switch (operator) {
    case 'Fn::Equals': return areEqual(list, terms);
    case 'Fn::Not': return negated(inner()[0]);
    case 'Fn::And': return all(inner());
    case 'Fn::Or': return negated(all(inner().map(negated)));
    default: return undefined;
  }
}

/** Parameters are texts: a template may compare one with the number or the boolean that it spells. */
function areEqual(operands: readonly Json[], terms: Terms): boolean | undefined {
  const values = operands.map((operand) => terms.value(operand));
  if (values.some((value) => value === undefined || isUnknownWithin(value))) return undefined;
  const [one, other] = values.map((value) => (typeof value === 'object' ? JSON.stringify(asJson(value!)) : String(value)));
  return one === other;
}

function all(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
