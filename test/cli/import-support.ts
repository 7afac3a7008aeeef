import { propertiesOfProgram } from './code/programs';
import { programOf } from '../../cli/code/program';
import { typescript } from '../../cli/code/typescript';
import type { Answers } from '../../cli/import/answers';
import { importedPool } from '../../cli/import/import-pool';
import { EmbeddedCognito, type Seed } from '../../local/cognito';
import { declaredIn } from '../../src/core/declared/declared-in';
import { goalOf } from '../../src/core/plan/goal';
import { planOf } from '../../src/core/plan/plan';
import { PROPERTY } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';

/** What the two reads answer of a pool. */
export function answersOf(seed: Seed): Answers & { readonly mfa: JsonObject } {
  const cognito = new EmbeddedCognito();
  const UserPoolId = cognito.seed(seed);
  const read = (action: string) => cognito.call(action, { UserPoolId }, () => undefined);
  return { pool: read('DescribeUserPool').UserPool as JsonObject, mfa: read('GetUserPoolMfaConfig') };
}

/** The program for a pool, what it declares, and what was warned of. */
export function program(answers: Answers, omitsDefaults = false) {
  const { draft, warnings } = importedPool(answers, 'program', omitsDefaults);
  const code = typescript(programOf(draft));
  const properties = propertiesOfProgram(code);
  return { code, warnings, declared: declaredIn(properties), settings: properties[PROPERTY.SETTINGS] as JsonObject };
}

/** What a deployment of what is declared would write. */
export function callsFor(declared: JsonObject, { pool, mfa }: Answers): readonly string[] {
  const live = { pool, ...mfa && { mfa } };
  return planOf(pool.Id as string, live, goalOf({ settings: declared, clear: [] })).calls.map(({ action }) => action);
}
