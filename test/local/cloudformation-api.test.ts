import {
  CloudFormationClient, DescribeStacksCommand, GetTemplateCommand, ListExportsCommand, paginateListExports, paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { serveCloudFormation, Stacks, type CloudFormationServer } from '../../local/cloudformation-api';
import { LocalDeployment, type Template } from '../../local/deployment';

let deployment: LocalDeployment;
let server: CloudFormationServer;
let client: CloudFormationClient;
const stacks = new Stacks();

const thing = (index: number) => [`Thing${index}`, { Type: 'Test::Thing', Properties: { Text: `<${index}> & "ü"\r\n` } }] as const;
const TEMPLATE = {
  Parameters: { Plain: { Type: 'String', Default: 'standard' }, Secret: { Type: 'String', NoEcho: true, Default: 'hush' } },
  Resources: Object.fromEntries(Array.from({ length: 9 }, (_, index) => thing(index))),
  Outputs: Object.fromEntries(Array.from({ length: 9 }, (_, index) =>
    [`Out${index}`, { Value: { Ref: `Thing${index}` }, Export: { Name: `export-${index}` } }])),
} as unknown as Template;

beforeAll(async () => {
  deployment = await LocalDeployment.start({ cognitoUrl: 'http://127.0.0.1:1', stackName: 'Stack' });
  server = await serveCloudFormation(stacks, { denied: ['ListExports'] });
  const open = await serveCloudFormation(stacks);
  client = new CloudFormationClient({ region: 'us-east-1', endpoint: open.url, credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' } });
  closing.push(async () => open.close());
});
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  client.destroy();
  for (const close of closing) await close();
  await server.close();
  await deployment.close();
});

async function all<Page, Item>(pages: AsyncIterable<Page>, itemsIn: (page: Page) => readonly Item[] | undefined): Promise<Item[]> {
  const found: Item[] = [];
  for await (const page of pages) found.push(...itemsIn(page) ?? []);
  return found;
}

test('a stack that was never deployed does not exist', async () => {
  await expect(client.send(new DescribeStacksCommand({ StackName: 'Stack' }))).rejects.toMatchObject({
    name: 'ValidationError', message: 'Stack with id Stack does not exist',
  });
});

test('the client of AWS reads what was deployed, page by page', async () => {
  expect((await stacks.deploy(deployment, TEMPLATE, { Plain: 'given' })).status).toBe('CREATE_COMPLETE');

  const [stack] = (await client.send(new DescribeStacksCommand({ StackName: 'Stack' }))).Stacks!;
  expect(stack).toMatchObject({ StackName: 'Stack', StackId: deployment.stackId, StackStatus: 'CREATE_COMPLETE' });
  expect(stack.Parameters).toEqual([
    { ParameterKey: 'Plain', ParameterValue: 'given' }, { ParameterKey: 'Secret', ParameterValue: '****' },
  ]);
  const { TemplateBody } = await client.send(new GetTemplateCommand({ StackName: deployment.stackId }));
  expect(JSON.parse(TemplateBody!)).toEqual(TEMPLATE);
  const resources = await all(paginateListStackResources({ client }, { StackName: 'Stack' }), (page) => page.StackResourceSummaries);
  expect(resources.map(({ LogicalResourceId, PhysicalResourceId }) => [LogicalResourceId, PhysicalResourceId]))
    .toEqual(deployment.resources.map(({ logicalId, physicalId }) => [logicalId, physicalId]));
  const exported = await all(paginateListExports({ client }, {}), (page) => page.Exports);
  expect(exported.map(({ Name, Value }) => [Name, Value])).toEqual(Object.keys(TEMPLATE.Outputs!).map((id, index) =>
    [`export-${index}`, deployment.outputs[id]]));
});

test('a template that failed to be deployed is not what is deployed', async () => {
  const other = { ...TEMPLATE, Resources: { ...TEMPLATE.Resources, Failing: { Type: 'Custom::Nobody', Properties: { ServiceToken: 'arn:nobody' } } } };
  expect((await stacks.deploy(deployment, other as never)).status).toBe('UPDATE_ROLLBACK_COMPLETE');
  const { TemplateBody } = await client.send(new GetTemplateCommand({ StackName: 'Stack' }));
  expect(JSON.parse(TemplateBody!)).toEqual(TEMPLATE);
});

test('what the caller may not call is denied, and told', async () => {
  const denied = new CloudFormationClient({ region: 'us-east-1', endpoint: server.url, credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' } });
  await expect(denied.send(new ListExportsCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' });
  expect(server.actions).toEqual(['ListExports']);
  denied.destroy();
});

test('a stack that was destroyed is not there any more', async () => {
  await stacks.destroy(deployment);
  await expect(client.send(new DescribeStacksCommand({ StackName: 'Stack' }))).rejects.toThrow('does not exist');
});
