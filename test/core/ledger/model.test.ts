import { sdkMembers } from './sdk-model';
import model from '../../../local/cognito/model.json';
import { SET_USER_POOL_MFA_CONFIG, UPDATE_USER_POOL } from '../../../src/core/ledger/ledger';
import type { Member, Structure } from '../../../src/core/ledger/member';
import { READ_ONLY } from '../../../src/core/ledger/read-only';
import { rows } from '../../../src/core/ledger/walk';
import { formatPath } from '../../../src/core/wire/path';

interface Shape {
  readonly type: string;
  readonly members?: Record<string, { shape: string }>;
  readonly member?: { shape: string };
  readonly value?: { shape: string };
  readonly key?: { shape: string };
  readonly required?: string[];
  readonly enum?: string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

/** Of the two youngest the SDK tells names, types and enums, and the model's other numbers are a guess. */
const isYoung = ([top]: string[]) => top === 'AcrConfiguration' || top === 'DcrConfiguration';
const withoutLengths = (of: object) => Object.fromEntries(Object.entries(of).filter(([name]) => !['min', 'max'].includes(name)));

const shapes = model.shapes as Record<string, Shape>;
const KINDS: Record<string, string> = {
  string: 'text', integer: 'integer', boolean: 'flag', list: 'list', map: 'keyed', structure: 'structure',
};
const pathsOf = (ledger: Structure) => rows(ledger).map(({ path }) => path.join('.')).sort();
const withoutId = (paths: string[]) => paths.filter((path) => path !== 'UserPoolId');

describe('the ledger and the newest AWS SDK have the same members', () => {
  // A name in the difference is a member that AWS added (give it a row, a prop and a doc line) or took away.
  test('of UpdateUserPool', () => {
    expect(pathsOf(UPDATE_USER_POOL)).toEqual(withoutId(sdkMembers('UpdateUserPoolRequest')));
  });

  test('of SetUserPoolMfaConfig', () => {
    expect(pathsOf(SET_USER_POOL_MFA_CONFIG)).toEqual(withoutId(sdkMembers('SetUserPoolMfaConfigRequest')));
  });

  test('of DescribeUserPool: what UpdateUserPool does not take is read-only by name', () => {
    const updatable = new Set(Object.entries(UPDATE_USER_POOL.members).map(([name, { describedAs }]) => describedAs ?? name));
    const described = sdkMembers('UserPoolType').filter((path) => !path.includes('.'));
    expect(described.filter((name) => !updatable.has(name)).sort()).toEqual([...READ_ONLY].sort());
  });

  test('the walk over the SDK finds what is deep', () => {
    expect(sdkMembers('UpdateUserPoolRequest')).toEqual(expect.arrayContaining([
      'SmsConfiguration.EumsSms.CallerArn', 'AccountRecoverySetting.RecoveryMechanisms.[].Priority', 'AcrConfiguration.{key}.AcrValue',
    ]));
  });
});

describe('the ledger has the constraints of the AWS model', () => {
  const constrained = [
    ...pairs(UPDATE_USER_POOL, 'UpdateUserPoolRequest'),
    ...pairs(SET_USER_POOL_MFA_CONFIG, 'SetUserPoolMfaConfigRequest'),
  ];

  test('of every member', () => expect(constrained.length).toBeGreaterThan(130));

  test.each(constrained)('%s', (_path, member, shape) => {
    expect(facts(member)).toEqual(shape);
  });
});

/** Each row of the ledger beside the model's shape of the same member. */
function pairs(ledger: Member, shapeName: string, at: string[] = []): [string, Member, object][] {
  const shape = shapes[shapeName];
  const wanted = isYoung(at) ? withoutLengths(expected(shape)) : expected(shape);
  const own: [string, Member, object] = [formatPath(at) || shapeName, ledger, wanted];
  const inner = Object.entries(shape.members ?? {}).filter(([name]) => name !== 'UserPoolId')
    .flatMap(([name, target]) => pairs((ledger as Structure).members[name], target.shape, [...at, name]));
  const element = shape.member ?? shape.value;
  return [own, ...inner, ...(element ? pairs((ledger as never as { of: Member }).of, element.shape, [...at, '[]']) : [])];
}

function expected(shape: Shape): object {
  if (shape.enum) return { kind: 'choice', values: [...shape.enum].sort() };
  const required = shape.required?.filter((name) => name !== 'UserPoolId') ?? [];
  const key = shape.key && shapes[shape.key.shape];
  return {
    kind: KINDS[shape.type],
    ...(shape.min !== undefined && { min: shape.min }),
    ...(shape.max !== undefined && { max: shape.max }),
    ...(shape.pattern !== undefined && { pattern: shape.pattern }),
    ...(required.length > 0 && { required }),
    ...(key?.min !== undefined && { keyMin: key.min, keyMax: key.max }),
  };
}

function facts(member: Member): object {
  if (member.kind === 'choice') return { kind: 'choice', values: [...member.values].sort() };
  const { min, max, pattern, required, keyMin, keyMax } = member as unknown as Record<string, unknown>;
  return JSON.parse(JSON.stringify({
    kind: member.kind === 'arn' ? 'text' : member.kind, min, max, pattern, required, keyMin, keyMax,
  })) as object;
}
