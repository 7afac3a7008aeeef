import { REAL_CLOCK } from './clock';
import type { LambdaContext } from './event';
import { invoke } from './invocation';
import { unpack } from './pack';
import { apply } from '../src/core/apply/apply';
import { declarationIn } from '../src/core/declared/declaration';

const declaration = (properties: unknown) => properties === undefined ? undefined : declarationIn(properties, unpack);

/** The Lambda: a CloudFormation custom resource. Its module has no state, so a warm start is as good as a cold one. */
export async function handler(event: unknown, context: LambdaContext): Promise<void> {
  await invoke(event, context, {
    apply: (port, userPoolId, properties, former) => apply(port, userPoolId, declaration(properties), declaration(former)),
    clock: REAL_CLOCK,
    environment: process.env,
  });
}
