import { compilerErrors, propertiesOfProgram } from './code/programs';
import { runPython, withPython } from './code/python';
import { cliJson } from '../../cli/code/cli-json';
import { cliYaml } from '../../cli/code/cli-yaml';
import { liveSettings } from '../../cli/code/draft';
import { programOf } from '../../cli/code/program';
import { OPERATIONS, type Operation } from '../../cli/code/target';
import { LANGUAGES, writerOf } from '../../cli/code/writers';
import { samples } from '../../cli/skeleton/samples';
import { skeletonDraft } from '../../cli/skeleton/skeleton-draft';
import { EmbeddedCognito } from '../../local/cognito';
import { LEDGER } from '../../src/core/ledger/ledger';
import { propName } from '../../src/core/ledger/prop-path';
import { rows } from '../../src/core/ledger/walk';
import { checkDeclared } from '../../src/core/rules/check';
import { checkConstraints } from '../../src/core/rules/constraints';
import { PROPERTY } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';
import { formatPath, valueAt } from '../../src/core/wire/path';
import { checkDocument } from '../../src/documents';
import { runCli } from '../support/cli';

const NAMES = Object.keys(OPERATIONS) as Operation[];

describe('samples', () => {
  const all = samples(LEDGER.members);

  test('there is one for every setting', () => {
    const paths = rows(LEDGER).map(({ path }) => path).filter((path) => !path.includes('{key}') && !path.includes('[]'));
    expect(paths.length).toBeGreaterThan(90);
    expect(paths.filter((path) => valueAt(all, path) === undefined)).toEqual([]);
  });

  test('each is what its row takes', () => {
    expect(checkConstraints(all, LEDGER, () => false)).toEqual([]);
  });

  test('what is live of them is refused by no rule, and none has a doubt', () => {
    const { settings, notes, userPoolId } = skeletonDraft('program');
    expect(checkDeclared(userPoolId, liveSettings(settings, notes))).toEqual([]);
  });
});

describe('as a program', () => {
  const draft = skeletonDraft('program');

  test('every prop is in it, live or as a comment', async () => {
    const code = (await writerOf('typescript'))(programOf(draft));
    const props = rows(LEDGER).map(({ path, member }) => ({ name: path[path.length - 1], member }))
      .filter(({ name }) => !/[[{]/.test(name)).map(({ name, member }) => propName(name, member));
    expect(props.filter((prop) => !new RegExp(`^ *(// *)*${prop}[:,]|[{ ]${prop}: `, 'm').test(code))).toEqual([]);
  });

  test('it compiles, and deploys what is live', async () => {
    const code = (await writerOf('typescript'))(programOf(draft));
    expect(compilerErrors({ skeleton: code })).toEqual([]);
    expect(propertiesOfProgram(code)[PROPERTY.SETTINGS]).toEqual(liveSettings(draft.settings, draft.notes));
  });

  test.each(LANGUAGES)('what a member is, its range and its default stand above it in %s', async (language) => {
    const code = (await writerOf(language))(programOf(draft));
    const mark = language === 'python' ? '#' : '//';
    expect(code).toContain(`${mark} How many former passwords a user may not use again. A whole number from 0 to 24. By default 0.\n`);
    expect(code).toMatch(new RegExp(`^\\s*${mark} Not beside smsConfiguration.snsCaller.$`, 'm'));
  });

  withPython('ast')('in Python', () => {
    test('it is Python', async () => {
      const code = (await writerOf('python'))(programOf(draft));
      const PARSE = 'import ast, json, sys\nfor line in sys.stdin: print(json.dumps(len(ast.parse(json.loads(line)).body)))';
      expect(runPython('ast', PARSE, [code])).toEqual([expect.any(Number)]);
    });
  });
});

describe.each(NAMES)('as a document for %s', (operation) => {
  const draft = skeletonDraft(operation);

  test('it is in order, in both formats, which say the same', () => {
    const [json, yaml] = [cliJson(draft, operation), cliYaml(draft, operation)]
      .map((text, index) => checkDocument(Buffer.from(text), `a.${['json', 'yaml'][index]}`));
    // Whether the pool sends by Amazon SES, and by which plan, is no matter of this request.
    const ofThePool = operation === 'set-user-pool-mfa-config' ? ['EmailMfaConfiguration'] : [];
    for (const { findings } of [json, yaml]) {
      expect(findings.map(({ level, path }) => `${level} ${formatPath(path)}`)).toEqual(ofThePool.map((name) => `warning ${name}`));
    }
    expect(json.settings).toEqual(liveSettings(draft.settings, draft.notes));
    expect(yaml.settings).toEqual(json.settings);
  });

  test('every member of the request is in its YAML', () => {
    const yaml = cliYaml(draft, operation);
    const names = rows(OPERATIONS[operation]).map(({ path }) => path[path.length - 1]).filter((name) => !/[[{]/.test(name));
    expect(names.filter((name) => !new RegExp(`^ *(# *)*(- )?(# *)*${name}:`, 'm').test(yaml))).toEqual([]);
  });

});

test('the embedded Cognito takes both documents, one after the other', () => {
  const cognito = new EmbeddedCognito();
  const UserPoolId = cognito.seed({ pool: { Name: 'a' } });
  const documentOf = (operation: typeof NAMES[number]) => JSON.parse(cliJson(skeletonDraft(operation), operation)) as JsonObject;
  cognito.call('UpdateUserPool', { ...documentOf('update-user-pool'), UserPoolId }, () => undefined);
  const told = cognito.call('SetUserPoolMfaConfig', { ...documentOf('set-user-pool-mfa-config'), UserPoolId }, () => undefined);
  expect(told).toMatchObject({
    MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: {}, SoftwareTokenMfaConfiguration: { Enabled: true }, EmailMfaConfiguration: {}, WebAuthnConfiguration: {},
  });
});

test('of two that exclude each other one is live, and of two names the modern one', () => {
  const { settings, notes } = skeletonDraft('program');
  const live = liveSettings(settings, notes);
  expect(live.SmsConfiguration).toEqual({ SnsCallerArn: 'arn:aws:iam::123456789012:role/cognito-sms', ExternalId: 'external-id', SnsRegion: 'us-east-1' });
  expect(live.KeyConfiguration).toEqual({ KeyType: 'AWS_OWNED_KEY' });
  expect(live).not.toHaveProperty('SmsVerificationMessage');
  expect(live.SmsMfaConfiguration).toEqual({ SmsAuthenticationMessage: 'Your code is {####}', SmsConfiguration: live.SmsConfiguration });
  expect(live.LambdaConfig).not.toHaveProperty('PreTokenGeneration');
});

describe('by the command', () => {
  test('a program in TypeScript, unless something else is asked for', async () => {
    const { code, stdout, stderr } = await runCli(['skeleton']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe((await writerOf('typescript'))(programOf(skeletonDraft('program'))));
  });

  test('--json is one document', async () => {
    const { stdout } = await runCli(['skeleton', '-f', 'cli-yaml', '--operation', 'set-user-pool-mfa-config', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      format: 'cli-yaml',
      operation: 'set-user-pool-mfa-config',
      content: cliYaml(skeletonDraft('set-user-pool-mfa-config'), 'set-user-pool-mfa-config'),
      notes: [],
    });
  });
});
