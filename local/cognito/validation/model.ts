import model from '../model.json';

/** The part of an AWS service model that constrains a value. */
export interface Shape {
  readonly type: 'structure' | 'list' | 'map' | 'string' | 'integer' | 'boolean' | 'timestamp';
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly required?: readonly string[];
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

const shapes = new Map(Object.entries(model.shapes as unknown as Readonly<Record<string, Shape>>));
const operations = new Map<string, string>(Object.entries(model.operations));

export function shapeOf(name: string): Shape {
  const shape = shapes.get(name);
  if (!shape) throw new Error(`the model has no shape ${name}`);
  return shape;
}

/** The name of an operation's request shape, undefined if there is no such operation here. */
export function requestShapeOf(action: string): string | undefined {
  return operations.get(action);
}

export function memberNamesOf(shape: string): string[] {
  return Object.keys(shapeOf(shape).members ?? {});
}
