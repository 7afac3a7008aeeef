import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

/*
 * What only a deployment knows. A text that has some of it within is unknown as a whole, and its known parts are kept: the parts
 * that are not stand between two characters that no template has.
 */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/** A value that only a deployment knows, as the expression that stands for it. */
export class Unknown {
  /** A value of which nothing is known but what it comes from, such as `Function.Arn`. */
  public static of(expression: string): Unknown {
    return new Unknown(`${OPEN}${expression}${CLOSE}`);
  }

  constructor(
    /** Known text, and expressions between the two characters. */
    readonly text: string,
  ) {}

  /** As a person reads it: `arn:aws:lambda:us-east-1:123456789012:function:${Function}`. */
  get shown(): string {
    return shown(this.text);
  }
}

/** A value of a template, resolved as far as it can be. */
export type Partly = null | boolean | number | string | Unknown | readonly Partly[] | PartlyObject;
export interface PartlyObject {
  readonly [member: string]: Partly;
}

export function isPartlyObject(value: Partly | undefined): value is PartlyObject {
  return isObject(value) && !(value instanceof Unknown);
}

export function shown(text: string): string {
  return text.replaceAll(OPEN, '${').replaceAll(CLOSE, '}');
}

export function hasUnknown(text: string): boolean {
  return text.includes(OPEN);
}

export function isUnknownWithin(value: Partly): boolean {
  if (value instanceof Unknown) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some((inner: Partly) => isUnknownWithin(inner));
}

/** The value as it is compared, and as a document: expressions in place of what is unknown. */
export function asJson(value: Partly): Json {
  if (value instanceof Unknown) return value.text;
  if (Array.isArray(value)) return value.map((item: Partly) => asJson(item));
  if (!isPartlyObject(value)) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asJson(inner)])) as JsonObject;
}

/** What a template says there, for people: short, and the same for the same expression. */
export function expressionOf(value: Json): string {
  if (isObject(value)) {
    const [[name, argument] = ['', '']] = Object.entries(value);
    if (name === 'Ref') return String(argument);
    if (name === 'Fn::GetAtt') return [argument].flat().map(String).join('.');
    if (name === 'Fn::ImportValue') return `import ${typeof argument === 'string' ? argument : JSON.stringify(argument)}`;
  }
  return JSON.stringify(value);
}
