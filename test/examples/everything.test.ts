import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { FIRST, MANAGED, RESTORED, SECOND, THIRD } from './everything';
import { freshPool, type Seed } from '../../local/cognito';
import type { Template } from '../../local/deployment';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Member } from '../../src/core/ledger/member';
import { rowOf } from '../../src/core/ledger/walk';
import { PROPERTY, RESOURCE_TYPE } from '../../src/core/wire/contract';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { EXAMPLE_POOL, startWithPool, synthesizeExample } from '../support/examples';
import type { InvokePermissions } from '../support/invoke-permissions';
import { closeAll, type LocalApp } from '../support/local-app';
import { moved, snapshot, type Snapshot } from '../support/snapshot';

const INTENT = 'everything';
const [SECOND_POOL, THIRD_POOL] = ['us-east-1_Example2', 'us-east-1_Example3'];

/** The paths of all members that the ledger has, down to the leaves, with `[]` for an element and `{key}` for any key. */
function members(member: Member, at: string): string[] {
  switch (member.kind) {
    case 'structure': return Object.entries(member.members).flatMap(([name, inner]) => members(inner, `${at}.${name}`));
    case 'list': return members(member.of, `${at}[]`);
    case 'keyed': return Object.keys(member.keys ?? { '{key}': 0 }).flatMap((key) => members(rowOf(member, key)!, `${at}.${key}`));
    default: return [at];
  }
}

/** The same of a value. */
function leaves(value: Json, member: Member | undefined, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, member?.kind === 'list' ? member.of : undefined, `${at}[]`));
  if (!isObject(value) || 'Ref' in value || Object.keys(value).some((name) => name.startsWith('Fn::'))) return [at];
  const isFree = member?.kind === 'keyed' && !member.keys;
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, member && rowOf(member, name), `${at}.${isFree ? '{key}' : name}`));
}

function settingsOf(template: Template, userPoolId: string): JsonObject {
  const found = Object.values(template.Resources).filter(({ Type, Properties }) => Type === RESOURCE_TYPE && Properties?.UserPoolId === userPoolId);
  expect(found).toHaveLength(1);
  return found[0].Properties!.Settings as JsonObject;
}

function source(...path: string[]): ts.SourceFile {
  const file = join(__dirname, '..', '..', ...path);
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
}

/** The props that the interface itself declares. */
function declaredProps(file: string, name: string): string[] {
  const found = source('src', file).statements.find((each): each is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(each) && each.name.text === name);
  return found!.members.map((member) => member.name!.getText());
}

/** The props that the example gives to a class, in all its calls together. */
function givenProps(callee: string): Set<string> {
  const given = new Set<string>();
  const visit = (node: ts.Node): void => {
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === callee) {
      node.arguments!.filter(ts.isObjectLiteralExpression).flatMap(({ properties }) => [...properties])
        .forEach((property) => given.add(property.name!.getText()));
    }
    ts.forEachChild(node, visit);
  };
  visit(source('examples', INTENT, 'typescript', 'app.ts'));
  return given;
}

describe('the example with everything', () => {
  let template: Template;
  let app: LocalApp;
  let invocable: InvokePermissions;

  beforeEach(async () => {
    ({ app, invocable } = await startWithPool(firstPool()));
    template = withoutEndpoint(synthesizeExample(INTENT, app.outdir));
  });
  afterEach(closeAll);

  test('sets every member that the ledger has', () => {
    const ours = [EXAMPLE_POOL, SECOND_POOL].flatMap((id) => leaves(settingsOf(template, id), LEDGER, ''));
    expect([...new Set(ours)].sort()).toEqual(members(LEDGER, '').sort());
  });

  test.each([
    ['UserPoolSettings', 'user-pool-settings.ts', 'UserPoolSettingsProps'],
    ['ManagedUserPool', 'managed-user-pool.ts', 'ManagedUserPoolProps'],
    ['UserPoolControls', 'user-pool-controls.ts', 'UserPoolControlsProps'],
    ['UserPoolSettingsProvider.getOrCreate', 'options/provider.ts', 'UserPoolSettingsProviderOptions'],
  ])('gives %s every prop of its own', (callee, file, props) => {
    const given = givenProps(callee);
    expect(declaredProps(file, props).filter((prop) => !given.has(prop))).toEqual([]);
  });

  test('has no finding that would fail a deployment', () => {
    const manifest = readFileSync(join(app.outdir, 'manifest.json'), 'utf8');
    expect(manifest).toContain('aws:cdk:warning');
    expect(manifest).not.toContain('aws:cdk:error');
  });

  test('arrives, is read without a write, and goes as each construct says', async () => {
    app.cognito.seed({ ...plusPool({}), userPoolId: SECOND_POOL });
    app.cognito.seed({ ...thirdPool(), userPoolId: THIRD_POOL });
    const snapshots = () => [EXAMPLE_POOL, SECOND_POOL, THIRD_POOL].map((id) => snapshot(app.cognito, id));
    const before = snapshots();
    const movedSince = (since: Snapshot[]) => snapshots().map((now, index) => moved(since[index], now));

    const { status, reason } = await app.deployment.deploy(template);

    expect([status, reason]).toEqual(['CREATE_COMPLETE', undefined]);
    expect(movedSince(before)).toEqual([FIRST, SECOND, THIRD]);
    const managed = app.deployment.resources.find(({ type }) => type === 'AWS::Cognito::UserPool')!.physicalId;
    expect(snapshot(app.cognito, managed)).toMatchObject(MANAGED);
    expect(invocable.broken).toEqual([]);

    const deployed = snapshots();
    app.cognito.clearRequests();
    expect((await app.deployment.deploy(inAnotherDeployment(template))).status).toBe('UPDATE_COMPLETE');
    expect(app.calls.filter((call) => call === 'DescribeUserPool').length).toBeGreaterThanOrEqual(4);
    expect(app.writes).toEqual([]);
    expect(movedSince(deployed)).toEqual([{}, {}, {}]);

    const destroyed = await app.destroy();
    expect([destroyed.status, destroyed.reason]).toEqual(['DELETE_COMPLETE', undefined]);
    // The first is as before, the second keeps all, and the third what was cleared: that is no declared value.
    const { 'pool.LambdaConfig.PostConfirmation': _, ...cleared } = THIRD;
    expect(movedSince(before)).toEqual([RESTORED, SECOND, cleared]);
    expect(app.deployment.replyProblems).toEqual([]);
  });
});

/** A new pool of the plan that has all features. */
function plusPool(more: JsonObject): Seed {
  const { pool, ...rest } = freshPool();
  return { ...rest, pool: { ...pool, UserPoolTier: 'PLUS', ...more } };
}

/** RESTORE_PREVIOUS asks for a former SMS configuration, since no pool can be rid of one. */
function firstPool(): Seed {
  return plusPool({
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'former', SnsRegion: 'us-east-1' },
    UserPoolTags: { owner: 'nobody', stage: 'prod' },
  });
}

function thirdPool(): Seed {
  return plusPool({
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/existing-sms' },
    LambdaConfig: {
      CustomMessage: 'arn:aws:lambda:us-east-1:123456789012:function:gone',
      PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:theirs',
    },
  });
}

/** The VPC that the endpoint is in is not on this machine. */
function withoutEndpoint(template: Template): Template {
  const text = JSON.stringify(template, (name, value: unknown) => name === 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER' ? undefined : value);
  expect(text).not.toContain('vpce');
  return JSON.parse(text) as Template;
}

/** Where nothing changed CloudFormation would call nobody. */
function inAnotherDeployment(template: Template): Template {
  const isOurs = (value: unknown) => isObject(value as Json) && (value as JsonObject).Type === RESOURCE_TYPE;
  return JSON.parse(JSON.stringify(template, (_, value: Template['Resources'][string]) => {
    return isOurs(value) ? { ...value, Properties: { ...value.Properties, [PROPERTY.DEPLOYMENT]: 'another' } } : value;
  })) as Template;
}
