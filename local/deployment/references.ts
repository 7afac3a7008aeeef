import type { Conditions } from './conditions';
import { attributeOf, chosenBranch, intrinsicCall } from './intrinsics';
import { parseSub } from './sub';
import { isObject, type Json } from '../../src/core/wire/json';

/** Every name that a value refers to by Ref, Fn::GetAtt or Fn::Sub, in the branches that count. */
export function references(value: Json, conditions: Conditions, at: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: Json): void => {
    if (Array.isArray(part)) return part.forEach(visit);
    if (!isObject(part)) return;
    const call = intrinsicCall(part, at);
    if (!call) return Object.values(part).forEach(visit);
    const { name, argument } = call;
    if (name === 'Fn::If') return visit(chosenBranch(argument, conditions, at));
    if (name === 'Ref' && typeof argument === 'string') found.add(argument);
    if (name === 'Fn::GetAtt') {
      const [logicalId, attribute] = attributeOf(argument, at);
      found.add(logicalId);
      return visit(attribute);
    }
    if (name === 'Fn::Sub') {
      const { variables, parts } = parseSub(argument, at);
      const names = parts.filter((piece) => piece.literal === undefined && piece.variable === undefined);
      names.forEach((piece) => found.add(piece.name));
      return visit(variables);
    }
    return visit(argument);
  };
  visit(value);
  return found;
}
