import type { Bench, Seen } from './bench';
import { besideOf, isOfPool, type Beside, type Case } from './cases';
import { effectOn, outcomeOf, valuesSet, type Effect, type Outcome } from './effect';
import { needsText } from './given';
import { leftOut } from './left-out';
import { sampleOf } from './samples';
import type { ServiceError } from '../../src/core/apply/port';
import type { SettingName } from '../../src/core/ledger/ledger';
import type { Call } from '../../src/core/wire/api';
import { isObject, pick, type Json, type JsonObject } from '../../src/core/wire/json';
import { formatPath, valueAt, type Path } from '../../src/core/wire/path';

export interface Measured {
  readonly path: Path;
  readonly action: Call['action'];
  readonly outcome: Outcome;
  readonly effect: Effect;
}

/** Why nothing was measured; the service's own answer, where it is one. */
export interface Skipped {
  readonly path: Path;
  readonly action: Call['action'];
  readonly reason: string;
  readonly error?: ServiceError;
}

class Skip extends Error {
  constructor(readonly reason: string, readonly refusal?: ServiceError) {
    super(reason);
  }
}

/** How many members of a structure are tried alone where the service refuses all of them together. */
const TRIES = 3;

/** One member: it is set, then all is sent back, then all but it; what became of it is what is measured. */
export async function measure(bench: Bench, { path, action }: Case): Promise<Measured | Skipped> {
  try {
    return { path, action, ...await measureOmission(bench, path, action) };
  } catch (error) {
    if (error instanceof Skip) return { path, action, reason: error.reason, error: error.refusal };
    throw error;
  }
}

async function measureOmission(bench: Bench, path: Path, action: Call['action']): Promise<Pick<Measured, 'outcome' | 'effect'>> {
  const name = path[0] as SettingName;
  const beside = besideOf(name, bench.place.given, bench.now.pool.UserPoolTier);
  if (typeof beside === 'string') throw new Skip(beside);
  const { value, lacks } = sampleOf(name, bench.newPool.settings, { ...beside.pool, ...beside.mfa }, bench.place);
  if (value === undefined) throw new Skip(lacks.length > 0 ? needsText(lacks.slice(0, 1)) : 'no value for it is known');

  const isAlone = Object.keys(beside.pool ?? {}).length === 0;
  const before = isAlone ? bench.newPool : await arranged(bench, beside);
  const set = await setSample(bench, name, value, beside);
  const there = await bench.look();
  const leaves = valuesSet(before.settings, there.settings, path);
  if (leaves.length === 0) throw new Skip(silence(path, set.part, there.settings));

  const echo = action === 'SetUserPoolMfaConfig' ? bench.alone(action, set.mfa)
    : bench.update(pick(there.settings, (each) => each === name));
  const request = leftOut(echo.request, path);
  if (request === undefined) throw new Skip(`is all there is in ${formatPath(path.slice(0, -1))}`);
  // Of what lies further in, the whole it lies in has shown it.
  if (!bench.outcomes.has(name)) {
    const echoed = await sent(bench, echo, 'was refused when it was sent back as it was described');
    if (effectOn(leaves, before.settings, there.settings, echoed.settings).kept.length < leaves.length) {
      throw new Skip('was not kept by a request that sent it back as it was described');
    }
  }
  const now = await sent(bench, { action, request }, 'was refused when it was left out');
  const effect = effectOn(leaves, before.settings, there.settings, now.settings);
  return { effect, outcome: outcomeOf(effect) };
}

async function sent(bench: Bench, call: Call, reason: string): Promise<Seen> {
  const refusal = await bench.send(call);
  const seen = await bench.look();
  if (refusal) throw new Skip(reason, refusal);
  return seen;
}

function silence(path: Path, part: JsonObject, there: JsonObject): string {
  if (valueAt(part, path) === undefined) return `has no value that stands beside the rest of ${path[0]}`;
  return valueAt(there, path) === undefined ? 'was accepted, and is not described'
    : 'is described the same whether or not it is set';
}

async function arranged(bench: Bench, beside: Beside): Promise<Seen> {
  const refusal = await bench.arrange(beside);
  if (refusal) throw new Skip('what it needs beside it was refused', refusal);
  return bench.look();
}

interface SetSample {
  readonly part: JsonObject;
  /** What was sent to `SetUserPoolMfaConfig`. */
  readonly mfa: JsonObject;
}

/** Sets as much of a sample as the service takes. */
async function setSample(bench: Bench, name: SettingName, value: Json, beside: Beside): Promise<SetSample> {
  const isOfMfa = beside.with !== undefined || !isOfPool([name]);
  let refusal: ServiceError | undefined;
  for (const some of [value, ...partsOf(value)]) {
    const part = { [name]: some };
    const mfa = isOfMfa ? { MfaConfiguration: 'OFF', ...beside.mfa, ...beside.with, ...part } : beside.mfa;
    refusal = await bench.arrange({ pool: isOfMfa ? beside.pool : { ...beside.pool, ...part }, mfa });
    if (!refusal) {
      if (!isOfMfa) bench.accepted.set(name, some);
      return { part, mfa: mfa ?? {} };
    }
    await bench.look();
  }
  throw new Skip('was refused when it was set', refusal);
}

function partsOf(value: Json): JsonObject[] {
  const parts = isObject(value) ? Object.entries(value).map(([name, part]) => ({ [name]: part })) : [];
  return parts.length > 1 ? parts.slice(0, TRIES) : [];
}
