import { REAL_CLOCK } from './clock';
import type { LambdaContext } from './event';
import { invoke } from './invocation';
import { apply } from '../src/core/apply/apply';

/** The Lambda: a CloudFormation custom resource. Its module has no state, so a warm start is as good as a cold one. */
export async function handler(event: unknown, context: LambdaContext): Promise<void> {
  await invoke(event, context, { apply, clock: REAL_CLOCK, environment: process.env });
}
