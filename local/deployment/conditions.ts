import { isDeepStrictEqual } from 'node:util';
import { TemplateError } from './template';
import { isObject, type Json } from '../../src/core/wire/json';

/** The truth of every condition in a template: known before the first resource is touched. */
export type Conditions = Readonly<Record<string, boolean>>;

/** Conditions know parameters and mappings, no resources: `value` resolves those. */
export function evaluateConditions(
  definitions: Readonly<Record<string, Json>>, value: (operand: Json, at: string) => Json | undefined,
): Conditions {
  const known: Record<string, boolean> = {};
  const underway: string[] = [];

  const named = (name: string): boolean => {
    if (name in known) return known[name];
    if (!Object.hasOwn(definitions, name)) throw new TemplateError(`Unresolved condition dependency ${name}`);
    if (underway.includes(name)) throw new TemplateError(`Circular dependency between conditions: [${underway.join(', ')}]`);
    underway.push(name);
    known[name] = holds(definitions[name], `condition ${name}`);
    underway.pop();
    return known[name];
  };

  const holds = (expression: Json, at: string): boolean => {
    const [[operator, operands], ...others] = isObject(expression) ? Object.entries(expression) : [[undefined, null] as const];
    if (others.length === 0) {
      if (operator === 'Condition' && typeof operands === 'string') return named(operands);
      if (Array.isArray(operands)) {
        const list = operands as readonly Json[];
        if (operator === 'Fn::Equals') return isDeepStrictEqual(text(value(list[0], at)), text(value(list[1], at)));
        if (operator === 'Fn::And') return list.every((operand) => holds(operand, at));
        if (operator === 'Fn::Or') return list.some((operand) => holds(operand, at));
        if (operator === 'Fn::Not') return !holds(list[0], at);
      }
    }
    throw new TemplateError(`${at}: ${operator ?? JSON.stringify(expression)} is no condition that the local deployment knows`);
  };

  Object.keys(definitions).forEach(named);
  return known;
}

export function conditionNamed(name: string, conditions: Conditions, at: string): boolean {
  if (!Object.hasOwn(conditions, name)) throw new TemplateError(`${at}: unresolved condition dependency ${name}`);
  return conditions[name];
}

/** Parameters are texts: a template may compare one with the number or the boolean that it spells. */
function text(operand: Json | undefined): unknown {
  return typeof operand === 'number' || typeof operand === 'boolean' ? String(operand) : operand;
}
