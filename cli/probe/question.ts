import type { Arrangement, Bench, Seen } from './bench';
import { lacking, needsText, type Given, type Needed } from './given';
import type { ServiceError } from '../../src/core/apply/port';
import type { Call } from '../../src/core/wire/api';
import type { JsonObject } from '../../src/core/wire/json';

/** A question that is not what an omission does, as data: what the pool has, what is sent, how the answer is told. */
export interface Question {
  readonly id: string;
  readonly asks: string;
  readonly needs?: readonly Needed[];
  /** What the pool has before the first step. @default - a new pool */
  readonly begin?: (given: Given, bench: Bench) => Arrangement;
  /** Each step begins anew, instead of where the one before it ended. */
  readonly anew?: true;
  readonly steps: readonly Step[];
  readonly tell: (told: readonly Told[], bench: Bench) => string;
  /** What is known so far: an answer that does not fit contradicts it. */
  readonly known?: { readonly fits: RegExp; readonly seen: string };
}

export interface Step {
  readonly name: string;
  readonly call: (bench: Bench, given: Given) => Call;
}

export interface Told {
  readonly name: string;
  readonly refusal?: ServiceError;
  readonly before: Seen;
  readonly after: Seen;
}

export interface Answer {
  readonly question: Question;
  readonly outcome: string;
  readonly error?: ServiceError;
}

export interface Unasked {
  readonly question: Question;
  readonly reason: string;
  readonly error?: ServiceError;
}

export async function ask(bench: Bench, question: Question): Promise<Answer | Unasked> {
  const { given } = bench.place;
  const missing = lacking(question.needs ?? [], given);
  if (missing.length > 0) return { question, reason: needsText(missing) };
  const begin = question.begin?.(given, bench) ?? {};
  const told: Told[] = [];
  for (const { name, call } of question.steps) {
    if (told.length === 0 || question.anew) {
      const refusal = await bench.arrange(begin);
      await bench.look();
      if (refusal) return { question, reason: 'what it begins with was refused', error: refusal };
    }
    const before = bench.now;
    const refusal = await bench.send(call(bench, given));
    told.push({ name, refusal, before, after: refusal ? before : await bench.look() });
  }
  return { question, outcome: question.tell(told, bench), error: told.find(({ refusal }) => refusal)?.refusal };
}

/** The pool sent back whole, with something laid over it. */
export const update = (name: string, laidOver: JsonObject | ((given: Given) => JsonObject) = {}): Step =>
  ({ name, call: (bench, given) => bench.update(typeof laidOver === 'function' ? laidOver(given) : laidOver) });

/** The pool sent back whole, with members that replace its own as they are. */
export const replace = (name: string, members: JsonObject | ((given: Given) => JsonObject)): Step => ({
  name,
  call: (bench, given) => {
    const { action, request } = bench.update();
    return { action, request: { ...request, ...typeof members === 'function' ? members(given) : members } };
  },
});

/** The pool sent back whole, but for these. */
export const updateWithout = (name: string, ...members: readonly string[]): Step => ({
  name,
  call: (bench) => {
    const { action, request } = bench.update();
    return { action, request: Object.fromEntries(Object.entries(request).filter(([member]) => !members.includes(member))) };
  },
});

export const alone = (name: string, action: Call['action'], members: JsonObject | ((given: Given) => JsonObject) = {}): Step =>
  ({ name, call: (bench, given) => bench.alone(action, typeof members === 'function' ? members(given) : members) });

/** `accepted` or `refused`, step by step. */
export function verdicts(told: readonly Told[], more: (each: Told) => string = () => ''): string {
  return told.map((each) => `${each.name}: ${verdict(each)}${each.refusal ? '' : more(each)}`).join('; ');
}

export function verdict({ refusal }: Told): string {
  return refusal ? `refused (${refusal.code}: ${refusal.message})` : 'accepted';
}
