import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { POOL_ID, type Declare } from './one-setting';
import type { Template } from '../local/deployment';

const STACK = 'Bench';

/** An app of one stack that declares the setting for so many pools, in the folder that is given. */
export function synthesize(declare: Declare, pools: number, outdir: string): CloudAssembly {
  const app = new App({ outdir, analyticsReporting: false });
  const stack = new Stack(app, STACK, { env: { account: '123456789012', region: 'us-east-1' } });
  for (let index = 0; index < pools; index++) {
    const userPoolId = index === 0 ? POOL_ID : `${POOL_ID}${index}`;
    declare(stack, `Settings${index}`, UserPool.fromUserPoolId(stack, `Pool${index}`, userPoolId));
  }
  return app.synth();
}

export function templateOf(assembly: CloudAssembly): Template {
  return assembly.getStackByName(STACK).template as Template;
}

export function templateFileOf(assembly: CloudAssembly): string {
  return assembly.getStackByName(STACK).templateFullPath;
}
