/** What is read here of a jsii assembly, the file `.jsii` that the compiler writes. */
export interface Assembly {
  readonly name: string;
  readonly types?: Readonly<Record<string, Type>>;
}

export interface Docs {
  readonly summary?: string;
  readonly remarks?: string;
  readonly default?: string;
}

export interface Type {
  readonly fqn: string;
  readonly kind: 'class' | 'enum' | 'interface';
  /** A struct: an interface that is data. */
  readonly datatype?: boolean;
  readonly docs?: Docs;
  /** The constructor, unless it is private. */
  readonly initializer?: Callable;
  readonly methods?: readonly Method[];
  readonly properties?: readonly Property[];
  /** Of an enum. */
  readonly members?: readonly Named[];
}

export interface Named {
  readonly name: string;
  readonly docs?: Docs;
}

export interface Callable {
  readonly docs?: Docs;
  readonly protected?: boolean;
  readonly parameters?: readonly Parameter[];
}

export interface Parameter extends Named {
  readonly optional?: boolean;
}

export interface Method extends Named, Callable {}

export interface Property extends Named {
  readonly optional?: boolean;
  readonly protected?: boolean;
  readonly type?: TypeReference;
}

export interface TypeReference {
  readonly fqn?: string;
  readonly collection?: { readonly elementtype: TypeReference };
}
