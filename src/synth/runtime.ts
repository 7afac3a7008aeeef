import { determineLatestNodeRuntime, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** AWS lets nobody make a function of what is older. */
const OLDEST = Runtime.NODEJS_22_X;

/** The newest Node.js of the Region, if this CDK knows one that will do: its table of Regions is as old as the CDK. */
export function newestRuntime(scope: Construct): Runtime {
  return major(Runtime.NODEJS_LATEST) < major(OLDEST) ? OLDEST : determineLatestNodeRuntime(scope);
}

function major({ name }: Runtime): number {
  return Number(/^nodejs(\d+)/.exec(name)?.[1] ?? 0);
}
