import { closeAll, lambda, logged, sent, template, thing, tiny } from './support';
import { LocalDeployment } from '../../../local/deployment';

afterEach(closeAll);

const NO_RESPONSE = /^CloudFormation did not receive a response from your Custom Resource\. .* requestId \[[\w-]+\]\./;

test('a warm process takes the next event', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({}), B: thing({}) }));
  expect(logged(deployment, 'count').map(({ count }) => count)).toEqual([1, 2]);
  expect(deployment.invocations.map(({ cold }) => cold)).toEqual([true, false]);
  expect(deployment.invocations[0].maxMemoryKb).toBeGreaterThan(1000);
});

test('a changed function starts anew', async () => {
  const deployment = await tiny();
  const make = (size: number) => ({ Resources: { Function: lambda({ MemorySize: size }), A: thing({ Say: String(size) }) } });
  await deployment.deploy(make(128));
  await deployment.deploy(make(256));
  expect(logged(deployment, 'count').map(({ count }) => count)).toEqual([1, 1]);
});

test('the Lambda sees its own environment and nothing of the developer', async () => {
  process.env.AWS_PROFILE = 'the-developer';
  try {
    const deployment = await tiny({ cognitoUrl: 'http://127.0.0.1:9', environment: { EXTRA: 'yes' } });
    await deployment.deploy({
      Resources: {
        Function: lambda({ Environment: { Variables: { MINE: 'template', AWS_REGION: 'mars' } } }),
        A: thing({ Print: 'environment' }),
      },
    });
    const [{ environment, home }] = logged(deployment, 'environment');
    expect(environment).toMatchObject({
      MINE: 'template',
      EXTRA: 'yes',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: expect.stringMatching(/^Local-Function-/) as string,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:9',
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^LOCAL[0-9A-F]{15}$/) as string,
    });
    expect(environment).not.toHaveProperty('AWS_PROFILE');
    expect(home).not.toBe(process.env.HOME);
  } finally {
    delete process.env.AWS_PROFILE;
  }
});

test('the context is that of Lambda', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Print: 'context' }) }));
  const [context] = logged(deployment, 'awsRequestId');
  expect(context.invokedFunctionArn).toBe(deployment.requests[0].ServiceToken);
  expect(context.remaining).toBeGreaterThan(0);
  expect(context.remaining).toBeLessThanOrEqual(10_000);
});

test('both streams are in the log', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Print: 'stderr' }) }));
  expect(deployment.logs).toContain('to the error stream');
  expect(deployment.logs.some((line) => line.startsWith('to the output'))).toBe(true);
});

test('a handler that is killed at its timeout fails the resource, and the next event starts anew', async () => {
  const deployment = await tiny({ timeScale: 0.1 });
  const failed = await deployment.deploy({
    Resources: { Function: lambda({ Timeout: 5 }), A: thing({ Create: 'hang', ServiceTimeout: 20 }) },
  });
  expect(failed.status).toBe('ROLLBACK_COMPLETE');
  expect(failed.reason).toMatch(NO_RESPONSE);
  expect(deployment.logs.some((line) => line.endsWith('Task timed out after 0.50 seconds'))).toBe(true);
  expect(sent(deployment)).toEqual(['Create A', 'Delete A']);
  expect(deployment.requests[1].PhysicalResourceId).toMatch(/^Local-A-/);
  expect(deployment.invocations.map(({ cold }) => cold)).toEqual([true, true]);
});

test('a resource does not wait longer than its ServiceTimeout', async () => {
  const deployment = await tiny({ timeScale: 0.1 });
  const failed = await deployment.deploy({
    Resources: { Function: lambda({ Timeout: 300 }), A: thing({ Create: 'hang', ServiceTimeout: 8 }) },
  });
  expect(failed.reason).toMatch(NO_RESPONSE);
  expect(sent(deployment)).toEqual(['Create A', 'Delete A']);
});

test('a handler that ends without a reply is not waited for', async () => {
  const deployment = await tiny();
  const failed = await deployment.deploy(template({ A: thing({ Create: 'silence' }) }));
  expect(failed.reason).toMatch(NO_RESPONSE);
  expect(deployment.invocations).toHaveLength(2);
});

test('a handler that throws is tried three times, in one hour', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Create: 'throw' }) }));
  const thrice: unknown[] = Array(3).fill('thrown on purpose');
  expect(deployment.invocations.map(({ error }) => error)).toEqual([...thrice, undefined]);
  const [first, second] = deployment.logs.filter((line) => line.startsWith('Invoke Error'));
  expect(first).toContain('"errorMessage":"thrown on purpose"');
  expect(second).toBeDefined();
});

test('a retry that replies saves the resource', async () => {
  const deployment = await tiny();
  expect((await deployment.deploy(template({ A: thing({ Create: 'throw once' }) }))).status).toBe('CREATE_COMPLETE');
});

test('no retry comes after the ServiceTimeout', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Create: 'throw', ServiceTimeout: 90 }) }));
  expect(deployment.invocations.filter(({ error }) => error)).toHaveLength(2);
});

test('a process that dies is an error of its invocation', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Create: 'exit', ServiceTimeout: 30 }) }));
  expect(deployment.invocations[0].error).toBe('Runtime.ExitError: Runtime exited with status 3');
  expect(deployment.invocations[1].cold).toBe(true);
});

test('a handler that can not be loaded is an error that says so', async () => {
  const deployment = await tiny({ handlerFile: () => '/nowhere/index.js' });
  const failed = await deployment.deploy(template({ A: thing({ ServiceTimeout: 30 }) }));
  expect(failed.status).toBe('ROLLBACK_FAILED');
  expect(deployment.invocations[0].error).toMatch(/^Runtime\.ImportModuleError: Cannot find module/);
});

test('a function without code is an error that names it', async () => {
  const deployment = await LocalDeployment.start({ cognitoUrl: 'http://127.0.0.1:1' });
  try {
    const failed = await deployment.deploy(template({ A: thing({}) }));
    expect(failed.reason).toBe("Function: give its code by 'assetsDir' or 'handlerFile'");
  } finally {
    await deployment.close();
  }
});
