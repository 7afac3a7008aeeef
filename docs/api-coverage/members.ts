import type { Assembly, Callable, Docs, Parameter, Type } from './assembly';

export type Kind = 'type' | 'constructor' | 'method' | 'parameter' | 'property' | 'struct prop' | 'enum member';

/** Something of the library that its users can name. */
export interface PublicMember {
  readonly kind: Kind;
  /** `Struct.prop`, `Class.method(parameter)`. */
  readonly name: string;
  /** The id of its heading in API.md. */
  readonly anchor: string;
  readonly docs: Docs;
  readonly isOptional: boolean;
}

/** What the library's own types declare. What they inherit from aws-cdk-lib is documented there. */
export function publicMembers({ name, types = {} }: Assembly): PublicMember[] {
  return Object.values(types).flatMap((type) => membersOf(type, type.fqn.slice(name.length + 1)));
}

function membersOf(type: Type, name: string): PublicMember[] {
  const { fqn, initializer, methods = [], properties = [], members = [] } = type;
  const property = type.datatype ? 'struct prop' : 'property';
  return [
    member('type', name, fqn, type),
    ...initializer && isPublic(initializer) ? callable('constructor', `new ${name}`, `${fqn}.Initializer`, initializer) : [],
    ...methods.filter(isPublic).flatMap((each) => callable('method', `${name}.${each.name}`, `${fqn}.${each.name}`, each)),
    ...properties.filter(isPublic).map((each) => member(property, `${name}.${each.name}`, `${fqn}.property.${each.name}`, each)),
    ...members.map((each) => member('enum member', `${name}.${each.name}`, `${fqn}.${each.name}`, each)),
  ];
}

function callable(kind: Kind, name: string, anchor: string, called: Callable): PublicMember[] {
  const { parameters = [] } = called;
  return [
    member(kind, name, anchor, called),
    ...parameters.map((each) => member('parameter', `${name}(${each.name})`, `${anchor}.parameter.${each.name}`, each)),
  ];
}

function member(kind: Kind, name: string, anchor: string, { docs = {}, optional = false }: Partial<Parameter>): PublicMember {
  return { kind, name, anchor, docs, isOptional: optional };
}

function isPublic(declared: { readonly protected?: boolean }): boolean {
  return !declared.protected;
}
