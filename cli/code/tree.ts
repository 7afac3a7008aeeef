/** A program that declares settings, before it is written in a language: what each language says in its own way, and nothing else. */
export interface Program {
  readonly userPoolId: string;
  /** The account and the Region of the stack, where they are known. */
  readonly account?: string;
  readonly region?: string;
  /** What stands at the top of the file, a line each, without marks of a comment. */
  readonly comments: readonly string[];
  /** Functions, roles and keys that the settings name, each once. */
  readonly imported: readonly Imported[];
  /** The props of `UserPoolSettings`, beside `userPool`. */
  readonly props: readonly Member[];
}

/** A construct that stands for something which is there: `Function.fromFunctionArn(stack, id, arn)`. */
export interface Imported {
  /** In camelCase: the variable. */
  readonly name: string;
  readonly id: string;
  readonly kind: 'function' | 'role' | 'key';
  readonly arn: string;
}

/** A member of a struct, or what would be one if it were not commented out. */
export interface Member {
  /** The prop, in camelCase. */
  readonly name: string;
  readonly value: Code;
  /** Lines above it. */
  readonly comments?: readonly string[];
  /** Written as a comment, so that a person may decide. */
  readonly isCommentedOut?: boolean;
}

export type Code =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'flag'; readonly flag: boolean }
  /** `Duration.days(n)` */
  | { readonly kind: 'days'; readonly days: number }
  /** A member of an enum of this library. */
  | { readonly kind: 'enum'; readonly type: string; readonly member: string }
  /** The variable of something imported. */
  | { readonly kind: 'imported'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Code[]; readonly of: ListOf }
  /** A map from text to text, or, where anything may stand, to anything (`additionalSettings`). */
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Code])[]; readonly of: 'text' | 'anything' }
  /** A struct of this library, by its name in TypeScript. */
  | { readonly kind: 'struct'; readonly type: string; readonly members: readonly Member[] };

/** What a list has, which some languages want to be told: text, anything, or the enum or struct of this name. */
export type ListOf = 'text' | 'anything' | { readonly type: string };

/** How a program is written in one language. */
export type Writer = (program: Program) => string;
