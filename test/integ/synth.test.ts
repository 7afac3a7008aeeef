import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { LocalRun, removeOutputs, synthesize, withoutUsers } from './support/local-run';
import type { DeploymentResult, Template } from '../../local/deployment';
import { closeAll } from '../support/local-app';

jest.setTimeout(120_000);

const FILES = readdirSync(__dirname).filter((file) => /^integ\..*\.ts$/.test(file));
const IDENTITY = 'arn:aws:ses:us-east-1:123456789012:identity/example.com';

afterEach(closeAll);
afterAll(removeOutputs);

const appOf = (file: string, identity?: string) => synthesize(join(__dirname, file), identity);

/** What is deployed, and what then looks at it, by what integ-runner reads. */
function stacksOf(assembly: CloudAssembly) {
  const { testCases } = JSON.parse(readFileSync(join(assembly.directory, 'integ.json'), 'utf8')) as {
    readonly testCases: Readonly<Record<string, { readonly stacks: readonly string[]; readonly assertionStackName: string }>>;
  };
  const [{ stacks: [name], assertionStackName }] = Object.values(testCases);
  return { stack: assembly.getStackByName(name), checks: assembly.getStackByName(assertionStackName) };
}

/** Nothing went wrong, or what. */
function end({ status, events }: DeploymentResult) {
  const failed = events.filter((event) => event.status.endsWith('_FAILED'));
  return { status, failed: failed.map(({ logicalId, reason }) => `${logicalId}: ${reason}`) };
}

function checksIn(template: Template): number {
  return Object.values(template.Resources).filter(({ Type }) => Type === 'Custom::DeployAssert@AssertEquals').length;
}

test.each(FILES)('%s: what it expects holds on the embedded Cognito, and nothing is left of it', async (file) => {
  const assembly = appOf(file, IDENTITY);
  const { stack, checks } = stacksOf(assembly);
  const run = await LocalRun.of(assembly);
  const deployed = await run.deploy(stack);
  expect(end(deployed.result)).toEqual({ status: 'CREATE_COMPLETE', failed: [] });

  const asked = withoutUsers(checks.template as Template);
  expect(checksIn(asked)).toBeGreaterThan(0);
  const checked = await run.deploy(checks, asked);
  expect(end(checked.result)).toEqual({ status: 'CREATE_COMPLETE', failed: [] });
  expect(end(await checked.destroy())).toEqual({ status: 'DELETE_COMPLETE', failed: [] });
  const destroyed = await deployed.destroy();
  expect(end(destroyed)).toEqual({ status: 'DELETE_COMPLETE', failed: [] });
  expect(destroyed.events.filter(({ status }) => status === 'DELETE_SKIPPED')).toEqual([]);
  expect(run.pools.deleted).toBe(run.pools.made);
});

test('a check that does not hold fails the deployment', async () => {
  const assembly = appOf('integ.settings.ts');
  const { stack, checks } = stacksOf(assembly);
  const run = await LocalRun.of(assembly);
  await run.deploy(stack);
  const wrong = JSON.stringify(checks.template).replace('MinimumLength\\":\\"14', 'MinimumLength\\":\\"15');
  const { status, failed } = end((await run.deploy(checks, JSON.parse(wrong) as Template)).result);
  expect(status).toBe('ROLLBACK_COMPLETE');
  expect(failed).toEqual([expect.stringMatching(/^Check1: .*Expected 15 but received 14/)]);
});

test('email is tried where there is an identity to send from', () => {
  const count = (identity?: string) => checksIn(stacksOf(appOf('integ.mfa.ts', identity)).checks.template as Template);
  expect([count(), count(IDENTITY)]).toEqual([2, 5]);
});
