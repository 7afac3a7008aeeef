import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshPool, type EmbeddedCognito, type Seed } from '../../local/cognito';
import type { DeploymentResult, Template } from '../../local/deployment';
import { PROPERTY, RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';
import { alike } from '../laws/oracle';
import { stateOf, type State } from '../laws/state';
import { expectAgreement, inState, leafOf } from '../support/agreement';
import { EXAMPLE_POOL, INTENTS, startWithPool, synthesizeExample } from '../support/examples';
import { closeAll, type LocalApp } from '../support/local-app';
import { constructsIn, Planning, type PlannedConstruct } from '../support/planning';

let planning: Planning | undefined;
afterEach(async () => {
  await planning?.close();
  await closeAll();
});

const SNS = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'former', SnsRegion: 'us-east-1' };
const GONE = 'arn:aws:lambda:us-east-1:123456789012:function:gone';
const PLUS: JsonObject = { UserPoolTier: 'PLUS' };

/** The pools that the examples import. */
function pools(intent: string): Record<string, Seed> {
  const seed = (more: JsonObject = {}): Seed => {
    const { pool, ...rest } = freshPool();
    return { ...rest, pool: { ...pool, ...more } };
  };
  if (intent !== 'everything') return { [EXAMPLE_POOL]: seed(PLUS) };
  return {
    [EXAMPLE_POOL]: seed({ ...PLUS, SmsConfiguration: SNS }),
    'us-east-1_Example2': seed(PLUS),
    'us-east-1_Example3': seed({ ...PLUS, LambdaConfig: { CustomMessage: GONE } }),
  };
}

/** The functions of this machine find Cognito by themselves. */
function withoutEndpoint(template: Template): Template {
  const text = JSON.stringify(template, (name, value: unknown) => (name === 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER' ? undefined : value));
  return JSON.parse(text) as Template;
}

/** What cannot be put back, and what other settings of the examples need. */
const LASTING = ['LambdaConfig', 'SmsConfiguration', 'UserPoolTier', 'PoolName'];

/** The same app with its settings changed: half of them dropped and put back to the default, one added. */
function withHalf(template: Template): Template {
  return mapSettings(template, (properties) => {
    const kept = Object.entries(properties[PROPERTY.SETTINGS] as JsonObject)
      .filter(([name], index) => index % 2 === 0 || LASTING.includes(name) || name.includes('Mfa'));
    return {
      ...properties,
      [PROPERTY.SETTINGS]: { ...Object.fromEntries(kept), UserPoolTags: { planned: 'yes' } } as JsonObject,
      ...properties[PROPERTY.ON_REMOVAL] === undefined && { [PROPERTY.ON_REMOVAL]: 'RESET_TO_DEFAULT' },
    };
  });
}

function withoutSettings(template: Template): Template {
  const Resources = Object.fromEntries(Object.entries(template.Resources).filter(([, { Type }]) => Type !== RESOURCE_TYPE));
  return { ...template, Resources, Outputs: {} };
}

function mapSettings(template: Template, change: (properties: JsonObject) => JsonObject): Template {
  const Resources = Object.fromEntries(Object.entries(template.Resources).map(([id, resource]) =>
    [id, resource.Type === RESOURCE_TYPE ? { ...resource, Properties: change(resource.Properties!) } : resource]));
  return { ...template, Resources };
}

/** Puts another template in the place of the one that was synthesized. */
function write(app: LocalApp, template: Template): Template {
  const [file] = readdirSync(app.outdir).filter((name) => name.endsWith('.template.json'));
  writeFileSync(join(app.outdir, file), JSON.stringify(template));
  return template;
}

function statesOf(cognito: EmbeddedCognito, ids: readonly string[]): Map<string, State> {
  return new Map(ids.map((id) => [id, stateOf(cognito, id)]));
}

const SUCCESS = /^(CREATE|UPDATE)_COMPLETE$/;

/** Plans, deploys, and holds one against the other. */
async function agree(app: LocalApp, template: Template): Promise<DeploymentResult> {
  const { json, code } = await planning!.plan(app.outdir);
  const constructs = constructsIn(json);
  const ids = [...new Set(constructs.map(({ userPoolId }) => userPoolId))].filter((id) => id !== null);
  const before = statesOf(app.cognito, ids);

  app.cognito.clearRequests();
  const result = await planning!.stacks.deploy(app.deployment, template);

  const refusals = constructs.flatMap(({ refusal }) => refusal ?? []);
  if (!SUCCESS.test(result.status)) {
    expect(refusals.some((refusal) => result.reason!.includes(refusal))).toBe(true);
    expect(code).toBe(1);
    return result;
  }
  expect(refusals).toEqual([]);
  for (const id of ids) {
    const ofPool = constructs.filter(({ userPoolId }) => userPoolId === id);
    expectAgreement(ofPool.flatMap(({ changes }) => changes), before.get(id)!, stateOf(app.cognito, id));
    const written = app.cognito.requests.filter(({ action, request }) => request.UserPoolId === id && !/^(Describe|Get)/.test(action));
    const certain = ofPool.flatMap(({ calls }) => calls).filter(({ isCertain }) => isCertain).map(({ action }) => action);
    const possible = ofPool.flatMap(({ calls }) => calls).map(({ action }) => action);
    const actions = written.map(({ action }) => action);
    expect(possible.length === certain.length ? actions : possible).toEqual(possible);
    for (const action of certain) expect(actions).toContain(action);
  }
  const isAnyChange = constructs.some(({ changes }) => changes.length > 0);
  expect(code).toBe(isAnyChange ? 2 : 0);
  return result;
}

/** A pool that the deployment made has what was declared for it. */
function expectDeclared(app: LocalApp, constructs: readonly PlannedConstruct[]): void {
  for (const { changes } of constructs.filter(({ userPoolId }) => userPoolId === null)) {
    const id = app.deployment.resources.find(({ type }) => type === 'AWS::Cognito::UserPool')!.physicalId;
    const state = stateOf(app.cognito, id);
    for (const { path, after, afterKnown } of changes) {
      const leaf = leafOf(path);
      if (afterKnown === false) expect([...state.keys()]).toContain(leaf);
      else expect([path, alike(state.get(leaf))]).toEqual([path, alike(inState(leaf, after))]);
    }
  }
}

describe.each(INTENTS)('%s', (intent) => {
  test('plan and deployment agree: on what is new, on nothing, on a change, on a removal', async () => {
    const { app } = await startWithPool(pools(intent)[EXAMPLE_POOL], { stackName: 'Auth' });
    for (const [userPoolId, seed] of Object.entries(pools(intent))) app.cognito.seed({ ...seed, userPoolId });
    planning = await Planning.start(app.cognito);
    const template = write(app, withoutEndpoint(synthesizeExample(intent, app.outdir)));

    const fresh = await planning.plan(app.outdir);
    expect(fresh.code).toBe(2);
    expect(constructsIn(fresh.json).map(({ event }) => event)).not.toContain('update');
    expect(await agree(app, template)).toMatchObject({ status: 'CREATE_COMPLETE' });
    expectDeclared(app, constructsIn(fresh.json));

    const idle = await planning.plan(app.outdir);
    expect([idle.code, constructsIn(idle.json).flatMap(({ changes }) => changes)]).toEqual([0, []]);
    expect(constructsIn(idle.json).map(({ event }) => event)).toEqual(constructsIn(idle.json).map(() => 'none'));

    await agree(app, write(app, withHalf(template)));
    expect(await agree(app, write(app, withoutSettings(template)))).toMatchObject({ status: 'UPDATE_COMPLETE' });
  });
});
