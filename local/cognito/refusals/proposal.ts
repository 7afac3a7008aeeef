import type { CognitoRefusal } from '../errors';
import { list, object, type Json, type JsonObject } from '../json';
import type { Factors } from '../state';

/** A pool as it is or would be, with every default filled in. */
export interface PoolView {
  readonly settings: JsonObject;
  readonly factors: Factors;
  readonly webAuthn: JsonObject;
}

export function firstAuthFactors({ settings }: PoolView): readonly Json[] {
  return list(object(object(settings.Policies).SignInPolicy).AllowedFirstAuthFactors);
}

export function isPasswordless(pool: PoolView): boolean {
  return firstAuthFactors(pool).some((factor) => factor !== 'PASSWORD');
}

/** A write before it is accepted. */
export interface Proposal {
  readonly request: JsonObject;
  /** Absent when the pool is being created. */
  readonly current?: PoolView;
  readonly next: PoolView;
  readonly region: string;
}

/** One rule: a refusal, or nothing to say. */
export type Rule = (proposal: Proposal) => CognitoRefusal | undefined;

export function refuseByFirst(rules: readonly Rule[], proposal: Proposal): void {
  for (const rule of rules) {
    const refusal = rule(proposal);
    if (refusal) throw refusal;
  }
}
