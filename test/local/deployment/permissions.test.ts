import { closeAll, lambda, template, tiny } from './support';
import type { Template, TemplateResource } from '../../../local/deployment';
import { accessKeyIdOf } from '../../../local/deployment/access-key';
import type { Permission } from '../../../local/iam';
import type { Json } from '../../../src/core/wire/json';

afterEach(closeAll);

const READ: Permission = { action: 'cognito-idp:DescribeUserPool', resource: 'arn:pool', context: {} };
const WRITE: Permission = { ...READ, action: 'cognito-idp:UpdateUserPool' };

const document = (...actions: string[]): Json => ({ Statement: [{ Effect: 'Allow', Action: actions, Resource: 'arn:pool' }] });
const policy = (...actions: string[]): TemplateResource => ({
  Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'More', Roles: [{ Ref: 'Role' }], PolicyDocument: document(...actions) },
});

/** A function whose role may read, and what else the template has. */
const withRole = (more: Record<string, TemplateResource> = {}): Template => template({
  Function: lambda({ Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
  Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyName: 'Inline', PolicyDocument: document(READ.action) }] } },
  ...more,
});

async function deployed(resources: Template) {
  const deployment = await tiny();
  await deployment.deploy(resources);
  const key = accessKeyIdOf(String(deployment.attribute('Function', 'Arn')));
  return { deployment, permissions: deployment.permissions, key };
}

test('a function may do what the policies in its role and those that name its role allow', async () => {
  const { permissions, key } = await deployed(withRole({ More: policy(WRITE.action) }));
  expect([READ, WRITE].map((permission) => permissions.isAllowed(key, permission))).toEqual([true, true]);
  expect(permissions.isAllowed(key, { ...READ, resource: 'arn:other' })).toBe(false);
});

test('it may do so as long as they are there', async () => {
  const { deployment, permissions, key } = await deployed(withRole());
  expect(permissions.isAllowed(key, WRITE)).toBe(false);
  await deployment.deploy(withRole({ More: policy(WRITE.action) }));
  expect(permissions.isAllowed(key, WRITE)).toBe(true);
  await deployment.deploy(withRole({ More: policy(READ.action) }));
  expect(permissions.isAllowed(key, WRITE)).toBe(false);
});

test('the policy of another role allows it nothing', async () => {
  const other = policy(WRITE.action);
  const { permissions, key } = await deployed(withRole({
    Other: { Type: 'AWS::IAM::Role' }, More: { ...other, Properties: { ...other.Properties, Roles: [{ Ref: 'Other' }] } },
  }));
  expect(permissions.isAllowed(key, WRITE)).toBe(false);
});

test('a denial names the session, in which the role is taken on by the function', async () => {
  const { deployment, permissions, key } = await deployed(withRole());
  const [role, functionName] = ['Role', 'Function'].map((name) => deployment.physicalId(name));
  expect(permissions.authorize(key, WRITE)).toEqual({
    caller: `arn:aws:sts::123456789012:assumed-role/${role}/${functionName}`, isExplicit: false,
  });
});

test.each<[string, Template, string | undefined]>([
  ['a stranger', withRole(), 'LOCALSTRANGER'],
  ['a function without a role of the stack', template({}), undefined],
])('%s may do everything', async (_, resources, stranger) => {
  const { permissions, key } = await deployed(resources);
  expect(permissions.isAllowed(stranger ?? key, WRITE)).toBe(true);
  expect(permissions.used).toEqual([]);
});

test('what was asked is remembered, with the answer and the statement that led to it', async () => {
  const { permissions, key } = await deployed(withRole());
  permissions.isAllowed(key, READ);
  permissions.isAllowed(key, WRITE);
  const statement = { effect: 'Allow', actions: [READ.action], resources: ['arn:pool'] };
  expect(permissions.used).toEqual([
    { ...READ, roleLogicalId: 'Role', allowed: true, statement },
    { ...WRITE, roleLogicalId: 'Role', allowed: false },
  ]);
});

test('all that is allowed can be listed', async () => {
  const { permissions } = await deployed(withRole({ More: policy(WRITE.action, READ.action) }));
  const grant = (action: string) => ({ roleLogicalId: 'Role', action, resource: 'arn:pool' });
  expect(permissions.grants).toEqual([grant(READ.action), grant(WRITE.action), grant(READ.action)]);
});
