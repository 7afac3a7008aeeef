import { TemplateError } from './template';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

/** A piece of an Fn::Sub: as it stands, or a variable of its own map, or a name of the template. */
export interface SubPart {
  readonly literal?: string;
  readonly variable?: string;
  readonly name: string;
  readonly attribute?: string;
}

/** Both forms of Fn::Sub: a text, and a text with a map of variables. */
export function parseSub(argument: Json, at: string): { readonly variables: JsonObject; readonly parts: readonly SubPart[] } {
  const [source, variables] = Array.isArray(argument) ? argument as Json[] : [argument, {}];
  if (typeof source !== 'string' || !isObject(variables)) {
    throw new TemplateError(`${at}: Fn::Sub takes a text, or a text and a map, got ${JSON.stringify(argument)}`);
  }
  const parts: SubPart[] = [];
  let end = 0;
  for (const match of source.matchAll(/\$\{(!?)([^}]*)\}/g)) {
    parts.push({ literal: source.slice(end, match.index), name: '' });
    parts.push(match[1] ? { literal: `\${${match[2]}}`, name: '' } : part(match[2].trim(), variables));
    end = match.index + match[0].length;
  }
  return { variables, parts: [...parts, { literal: source.slice(end), name: '' }] };
}

function part(name: string, variables: JsonObject): SubPart {
  if (Object.hasOwn(variables, name)) return { variable: name, name };
  const dot = name.indexOf('.');
  return dot < 0 ? { name } : { name: name.slice(0, dot), attribute: name.slice(dot + 1) };
}
