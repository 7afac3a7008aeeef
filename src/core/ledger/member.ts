import type { Json, JsonObject } from '../wire/json';

/** How the member is put back to the service's default. */
export type Clearing =
  | { readonly by: 'value'; readonly value: Json }
  | { readonly by: 'omission' }
  | { readonly by: 'impossible'; readonly reason: string };

/**
 * When a described value is sent back though nobody declared it.
 * - `always`: the rule; an omission may reset it.
 * - `unlessDefault`: not while it is the service's default and stays so; some pools refuse the default itself.
 * - `whenDeclared`: only to change it.
 * - `whenComplete`: only with the members named in `complete`; the service would fill their gap with something else.
 * - `never`: described, but refused on the way back.
 */
export type Echo = 'always' | 'unlessDefault' | 'whenDeclared' | 'whenComplete' | 'never';

/** How a prop's CDK type becomes the member's value; absent: the value is the wire's own. */
export type Rendering = 'functionArn' | 'roleArn' | 'keyArn' | 'days' | 'activity' | 'status';

export type Need = 'passRole' | 'createGrant' | 'emailServiceLinkedRole';

export interface Prop {
  /** The prop's name where it is not the member's own in camelCase. */
  readonly name?: string;
  readonly as?: Rendering;
  /** What is rendered when the prop is absent but its struct is there: the one value that the API takes. */
  readonly implied?: Json;
}

/** The law of one setting: what each step of the update has to know of it. */
export interface Facts {
  /** What the pool has when nobody ever set the member: an absent member and this value are the same. */
  readonly default?: Json;
  /** A second value which the service takes for the default. */
  readonly alsoDefault?: Json;
  /** Its presence alone means something: an empty one is not an absent one. */
  readonly onByPresence?: true;
  readonly echo?: Echo;
  readonly complete?: readonly string[];
  readonly clear?: Clearing;
  /** The name under which DescribeUserPool returns it, where that is another one. */
  readonly describedAs?: string;
  /** The modern member that is the same setting: a change to one is a change to both. */
  readonly twinOf?: string;
  /** What the service adds to a structure as soon as it has any member: what was not there goes as a whole. */
  readonly filled?: JsonObject;
  /** A structure that is set and taken off as one, never in part. */
  readonly whole?: true;
  /** Taken off when it is no longer declared, whatever `onRemoval` says: what it names may go with the stack (H25). */
  readonly breaksWhenDangling?: true;
  /** Siblings that it serves: it goes with the last of them, and not before. */
  readonly serves?: readonly string[];
  /** Siblings that cannot stand beside this one, or beside one value of it: declaring it takes them off. */
  readonly excludes?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  /** The value that stands beside all second factors, for the moment in which neither the former nor the new one can. */
  readonly meanwhile?: Json;
  /** What the Lambda has to be allowed beside the call itself, on the resource that the value names. */
  readonly needs?: Need;
  readonly prop?: Prop;
}

/** An ARN is text too; its kind lets a mistake in it be told in better words than its pattern. */
export interface Text extends Facts {
  readonly kind: 'text' | 'arn';
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

export interface Choice extends Facts {
  readonly kind: 'choice';
  readonly values: readonly string[];
}

export interface Integer extends Facts {
  readonly kind: 'integer';
  readonly min?: number;
  readonly max?: number;
}

export interface Flag extends Facts {
  readonly kind: 'flag';
}

/** A list is one value: it is declared, compared and sent whole. */
export interface List extends Facts {
  readonly kind: 'list';
  readonly of: Member;
  readonly min?: number;
  readonly max?: number;
}

/** A structure is merged member by member. */
export interface Structure extends Facts {
  readonly kind: 'structure';
  readonly members: Members;
  /** The members that the API asks for. */
  readonly required?: readonly string[];
}

/** A map is merged key by key. */
export interface Keyed extends Facts {
  readonly kind: 'keyed';
  readonly of: Member;
  /** The keys that there are, where they are fixed. */
  readonly keys?: Readonly<Record<string, Facts>>;
  readonly keyMin?: number;
  readonly keyMax?: number;
  /** Keys with this prefix are AWS's own: described, refused on the way back. */
  readonly reservedPrefix?: string;
}

export type Leaf = Text | Choice | Integer | Flag;
export type Member = Leaf | List | Structure | Keyed;
export type Members = Readonly<Record<string, Member>>;

type Given<M extends Member, Positional extends keyof M = never> = Omit<M, 'kind' | Positional>;

export const text = (given: Given<Text> = {}): Text => ({ kind: 'text', ...given });
export const choice = (values: readonly string[], facts: Facts = {}): Choice => ({ kind: 'choice', values, ...facts });
export const integer = (given: Given<Integer>): Integer => ({ kind: 'integer', ...given });
export const flag = (facts: Facts = {}): Flag => ({ kind: 'flag', ...facts });
export const list = (of: Member, given: Given<List, 'of'> = {}): List => ({ kind: 'list', of, ...given });
export const structure = (members: Members, given: Given<Structure, 'members'> = {}): Structure => ({ kind: 'structure', members, ...given });
export const keyed = (of: Member, given: Given<Keyed, 'of'> = {}): Keyed => ({ kind: 'keyed', of, ...given });

const PART = '[\\w+=/,.@-]+';
const ARN_PATTERN = `arn:${PART}:${PART}:([\\w+=/,.@-]*)?:[0-9]+:${PART}(:${PART})?(:${PART})?`;

export const arn = (given: Given<Text> = {}): Text => ({ kind: 'arn', min: 20, max: 2048, pattern: ARN_PATTERN, ...given });
/** `SnsCallerArn` alone may be an empty string since EumsSms came. */
export const optionalArn = (given: Given<Text> = {}): Text => arn({ min: 0, pattern: `(${ARN_PATTERN})?`, ...given });

export const clearedBy = (value: Json): Clearing => ({ by: 'value', value });
export const clearedByOmission: Clearing = { by: 'omission' };
export const neverCleared = (reason: string): Clearing => ({ by: 'impossible', reason });
