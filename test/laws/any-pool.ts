import * as fc from 'fast-check';
import { mfaPools } from './mfa-arbitraries';
import type { Seed } from '../../local/cognito';
import { few, seeds } from '../support/arbitraries';

/** Any pool: with much or little that was ever set, with members that nobody knows yet, in every state of MFA. */
export const anyPool: fc.Arbitrary<Seed> = fc.oneof(
  seeds(),
  few(seeds().map(({ pool }) => pool), 4).map((pool) => ({ pool })),
  mfaPools.map(({ seed }) => seed),
);
