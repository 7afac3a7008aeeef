import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import * as ts from 'typescript';
import { ROOT, snippetsOf } from './snippets';
import type { OmissionMode } from '../../local/cognito';
import { shapeOf } from '../../local/cognito/validation/model';
import type { StackEvent } from '../../local/deployment';
import * as library from '../../src';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Member } from '../../src/core/ledger/member';
import { pathOfProps, propPath } from '../../src/core/ledger/prop-path';
import { rowOf } from '../../src/core/ledger/walk';
import { RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { Path } from '../../src/core/wire/path';
import { InvokePermissions } from '../support/invoke-permissions';
import { closeAll, LocalApp, type Build } from '../support/local-app';
import { GONE, moved, snapshot } from '../support/snapshot';

const PAGES = join(ROOT, 'docs', 'migrating');
const page = (name: string) => readFileSync(join(PAGES, `${name}.md`), 'utf8');

/** The part of a page under a heading, with the parts below that. */
function section(name: string, heading: string): string {
  const [, level] = new RegExp(`^(#+) ${heading}$`, 'm').exec(page(name)) ?? [];
  if (!level) throw new Error(`${name} has no heading ${heading}`);
  return page(name).split(`\n${level} ${heading}\n`)[1].split(new RegExp(`^#{1,${level.length}} `, 'm'))[0];
}

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:sign-up';

/** A snippet as it stands in a page, put into a stack: with the names that the page's readers have. */
function building(snippet: string): Build {
  const program = ts.transpileModule(snippet, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  return (stack) => {
    const fn = LambdaFunction.fromFunctionAttributes(stack, 'Fn', { functionArn: FUNCTION, sameEnvironment: true });
    const names = { ...library, UserPool: cognito.UserPool, Duration: cdk.Duration, fn, stack, require, exports: {} };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what a page says is what is tested
    new Function(...Object.keys(names), program.outputText).apply(stack, Object.values(names));
  };
}

const codeIn = (name: string, heading: string) => snippetsOf(section(name, heading)).map(({ code }) => code);

afterEach(closeAll);

describe('from-user-pool', () => {
  const POOL = 'AWS::Cognito::UserPool';
  let app: LocalApp;
  let invocable: InvokePermissions;
  /** Whether the trigger was attached, at each event. */
  let attached: boolean[];

  async function start(omission: OmissionMode = 'asMeasured'): Promise<void> {
    attached = [];
    invocable = new InvokePermissions(() => app?.cognito);
    const onEvent = (event: StackEvent) => {
      invocable.onEvent(event);
      if (event.status === 'DELETE_COMPLETE' || pools().length === 0) return;
      const isAttached = 'PreSignUp' in (now().pool.LambdaConfig as object ?? {});
      if (isAttached !== attached.at(-1)) attached.push(isAttached);
    };
    app = await LocalApp.start({ iam: 'enforced', cognito: { omission }, resources: invocable.models, onEvent });
  }
  const pools = () => (app?.deployment.resources ?? []).filter(({ type }) => type === POOL);
  const now = () => snapshot(app.cognito, pools()[0].physicalId);
  const clients = () => app.deployment.resources.filter(({ type }) => type.endsWith('UserPoolClient')).map(({ physicalId }) => physicalId);

  const MODES: readonly OmissionMode[] = ['asMeasured', 'allReset', 'allKept'];

  test.each(MODES.flatMap((mode) => ['Settings beside the pool', '`ManagedUserPool`'].map((heading) => [heading, mode] as const)))(
    '%s: the pool stays the same pool with the same settings, with a Cognito whose updates are %s', async (heading, mode) => {
      await start(mode);
      const [old, young] = codeIn('from-user-pool', heading);
      expect((await app.deployStack(building(old))).status).toBe('CREATE_COMPLETE');
      const [before, id, factors, ids] = [now(), pools()[0].physicalId, app.cognito.factors(pools()[0].physicalId), clients()];
      expect(before.pool.MfaConfiguration).toBe('OPTIONAL');
      invocable.broken.splice(0);

      expect((await app.deployStack(building(young))).status).toBe('UPDATE_COMPLETE');

      expect(pools().map(({ physicalId }) => physicalId)).toEqual([id]);
      expect(moved(before, now())).toEqual({});
      expect(app.cognito.factors(id)).toEqual(factors);
      expect(clients()).toEqual(ids);
      expect(invocable.broken).toEqual([]);
    },
  );

  test('the trigger is off from CloudFormation\'s update until the function has run, and no longer', async () => {
    await start();
    const [old, young] = codeIn('from-user-pool', '`ManagedUserPool`');
    await app.deployStack(building(old));
    attached.splice(0);
    const { events } = await app.deployStack(building(young));

    expect(attached).toEqual([true, false, true]);
    const completed = (type: string) => events.findIndex((event) => event.type === type && /^(CREATE|UPDATE)_COMPLETE$/.test(event.status));
    expect(completed(POOL)).toBeLessThan(completed(RESOURCE_TYPE));
  });

  test('what UserPool says by itself is lost if nobody says it', async () => {
    await start('allReset');
    await app.deployStack((stack) => void new cognito.UserPool(stack, 'Pool'));
    const before = now();
    await app.deployStack((stack) => void new library.ManagedUserPool(stack, 'Pool', { poolName: 'a' }));
    expect(moved(before, now())).toMatchObject({ 'pool.AdminCreateUserConfig.AllowAdminCreateUserOnly': false });
  });

  test.each([[cdk.RemovalPolicy.RETAIN, true], [cdk.RemovalPolicy.DESTROY, false]])(
    'another id is another pool, and with the policy %s the old one is there: %s', async (removalPolicy, isThere) => {
      await start();
      await app.deployStack((stack) => void new cognito.UserPool(stack, 'Pool', { removalPolicy }));
      const [{ physicalId: old }] = pools();
      await app.deployStack((stack) => void new library.ManagedUserPool(stack, 'Customers'));
      expect(pools().map(({ physicalId }) => physicalId)).not.toContain(old);
      const look = () => app.cognito.pool(old).Id;
      if (isThere) expect(look()).toBe(old);
      else expect(look).toThrow(/does not exist/);
    },
  );

  test('another id with the logical id of the page is the same pool', async () => {
    await start();
    await app.deployStack((stack) => void new cognito.UserPool(stack, 'Pool'));
    const [{ physicalId, logicalId }] = pools();
    await app.deployStack(building(codeIn('from-user-pool', 'The id of the construct changes')[0]));
    expect(pools().map((pool) => [pool.logicalId, pool.physicalId])).toEqual([[logicalId, physicalId]]);
    expect(app.cognito.pool(physicalId)).toMatchObject({ DeletionProtection: 'ACTIVE' });
  });

  test('back: the trigger stays, as long as the function is kept', async () => {
    await start();
    const [, young] = codeIn('from-user-pool', '`ManagedUserPool`');
    const [back] = codeIn('from-user-pool', 'Back');
    await app.deployStack(building(young));
    const before = now();
    invocable.broken.splice(0);

    expect((await app.deployStack(building(back))).status).toBe('UPDATE_COMPLETE');

    expect(moved(before, now())).toEqual({});
    expect(invocable.broken).toEqual([]);
  });

  test('back, without the function: the trigger is taken off', async () => {
    await start();
    const [old, young] = codeIn('from-user-pool', '`ManagedUserPool`');
    await app.deployStack(building(young));
    const before = now();
    await app.deployStack(building(old));
    expect(moved(before, now())).toEqual({ 'pool.LambdaConfig': {}, 'pool.LambdaConfig.PreSignUp': GONE });
  });

  const rows = rowsOf(section('from-user-pool', 'Props and their names'));

  test('each prop of UserPool is in the table, and beside these what a younger CDK has', () => {
    const declaration = join(ROOT, 'node_modules', 'aws-cdk-lib', 'aws-cognito', 'lib', 'user-pool.d.ts');
    const known = rows.filter(([,, remark]) => remark !== 'in a younger CDK').map(([prop]) => prop);
    expect(known).toEqual(propsOf(declaration, 'UserPoolProps').sort());
  });

  test('what the table names is a prop: of both constructs, or of ManagedUserPool where it says so', () => {
    const managed = propsOf(join(ROOT, 'src', 'managed-user-pool.ts'), 'ManagedUserPoolProps');
    const isProp = (name: string, remark: string) => remark.startsWith('ManagedUserPool alone') ? managed.includes(name) : 'path' in pathOfProps(name);
    const named = rows.flatMap(([, names, remark]) => names.split(', ').map((name) => [name, remark]));
    expect(named.filter(([name, remark]) => !isProp(name, remark))).toEqual([]);
    expect(isProp('relyingPartyId', '')).toBe(false);
  });
});

describe('from-a-cli-script', () => {
  const COMMANDS = { 'update-user-pool': 'UpdateUserPoolRequest', 'set-user-pool-mfa-config': 'SetUserPoolMfaConfigRequest' } as const;

  /** As the CLI calls a member. */
  const optionOf = (member: string) => `--${member.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;

  test.each(Object.entries(COMMANDS))('each option of %s is in the table, with the prop that is its member', (command, shape) => {
    const members = Object.keys(shapeOf(shape).members!).filter((member) => member !== 'UserPoolId');
    const rows = rowsOf(section('from-a-cli-script', `Options of \`${command}\``));
    const asRow = ([option, prop]: readonly string[]) => [option, pathOfProps(prop)];
    expect(rows.map(asRow)).toEqual(members.map((member) => [optionOf(member), { path: [member] }]));
  });

  test('each member whose prop has another name is in the table, and no other', () => {
    const table = rowsOf(section('from-a-cli-script', 'Members with another name'));
    const renamed = membersOf(LEDGER, []).filter(({ member }) => member.prop?.name).map(({ path }) => [path.join('.'), propPath(path).join('.')]);
    expect(renamed.length).toBeGreaterThan(10);
    expect(table).toEqual(renamed);
  });
});

/** Every member with a prop, with the fixed keys of maps. */
function membersOf(member: Member, path: Path): { readonly path: Path; readonly member: Member }[] {
  const names = member.kind === 'structure' ? Object.keys(member.members) : member.kind === 'keyed' ? Object.keys(member.keys ?? {}) : [];
  return names.flatMap((name) => {
    const inner = rowOf(member, name)!;
    return [{ path: [...path, name], member: inner }, ...membersOf(inner, [...path, name])];
  });
}

/** The rows of the tables in a part of a page, without the marks of code. */
function rowsOf(markdown: string): string[][] {
  return markdown.split('\n').filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(1, -1).split('|').map((cell) => cell.replaceAll('`', '').trim()));
}

function propsOf(file: string, name: string): string[] {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === name) as ts.InterfaceDeclaration;
  return found.members.map((member) => (member.name as ts.Identifier).text);
}
