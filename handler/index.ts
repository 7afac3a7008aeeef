import type { LambdaContext } from './event';
import { invoke } from './invocation';
import type { Jobs } from './lifecycle';
import { pack, unpack } from './pack';
import { REAL_CLOCK } from '../service/clock';
import { apply } from '../src/core/apply/apply';
import { capture } from '../src/core/apply/capture';
import { declarationIn, formerDeclarationIn } from '../src/core/declared/declaration';
import type { Json } from '../src/core/wire/json';


const JOBS: Jobs = {
  apply: async (port, userPoolId, properties, former, isDeclaredElsewhere) =>
    apply(port, userPoolId, properties && declarationIn(properties, unpack), former && formerDeclarationIn(former, unpack), isDeclaredElsewhere),
  capture: async (port, userPoolId) => pack(await capture(port, userPoolId) as unknown as Json),
};

/** The Lambda: a CloudFormation custom resource. Its module has no state, so a warm start is as good as a cold one. */
export async function handler(event: unknown, context: LambdaContext): Promise<void> {
  await invoke(event, context, { jobs: JOBS, clock: REAL_CLOCK, environment: process.env });
}
