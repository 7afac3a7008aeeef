import { templateOf } from '../../cli/assembly/template';
import type { DeployedStack } from '../../cli/aws/cloudformation';
import { parseTemplate } from '../../cli/aws/template-text';
import { conditionOf } from '../../cli/plan/conditions';
import { dependencyOrder } from '../../cli/plan/order';
import { pseudoParameter } from '../../cli/plan/place';
import { resolve, stringified, type Scope } from '../../cli/plan/resolve';
import { ResolvedStack, type StackFacts } from '../../cli/plan/stack';
import { asJson, shown, Unknown, type Partly } from '../../cli/plan/unknown';
import { shownPair, shownValue } from '../../cli/plan/values';
import type { Json, JsonObject } from '../../src/core/wire/json';
import { references } from '../../src/core/wire/references';

const SCOPE: Scope = {
  mappings: { Region: { 'us-east-1': { Name: 'Virginia' } } },
  conditions: {
    Yes: { 'Fn::Equals': ['a', { Ref: 'A' }] },
    No: { 'Fn::Not': [{ Condition: 'Yes' }] },
    Open: { 'Fn::Equals': ['a', { Ref: 'Open' }] },
    Circle: { 'Fn::Not': [{ Condition: 'Circle' }] },
  },
  ref: (name) => ({ A: 'a', List: ['x', 'y'] } as Record<string, Partly>)[name] ?? Unknown.of(name),
  attribute: (id, name) => (id === 'A' ? `a-${name}` : Unknown.of(`${id}.${name}`)),
  imported: (name) => (name === 'known' ? 'imported' : Unknown.of(`import ${name}`)),
};

/** With what is unknown as a person reads it. */
const told = (value: Json) => {
  const resolved = resolve(value, SCOPE);
  return resolved === undefined ? undefined : JSON.parse(JSON.stringify(asJson(resolved), (_, part: unknown) => (typeof part === 'string' ? shown(part) : part))) as Json;
};

describe('a value', () => {
  test.each<[Json, Json | undefined]>([
    ['text', 'text'],
    [{ Ref: 'A' }, 'a'],
    [{ Ref: 'AWS::NoValue' }, undefined],
    [[1, { Ref: 'AWS::NoValue' }, { Ref: 'A' }], [1, 'a']],
    [{ Gone: { Ref: 'AWS::NoValue' }, Kept: { Ref: 'A' } }, { Kept: 'a' }],
    [{ 'Fn::GetAtt': ['A', 'Arn'] }, 'a-Arn'],
    [{ 'Fn::GetAtt': 'A.Nested.Name' }, 'a-Nested.Name'],
    [{ 'Fn::GetAtt': ['B', 'Arn'] }, '${B.Arn}'],
    [{ 'Fn::Join': ['/', ['x', { Ref: 'A' }]] }, 'x/a'],
    [{ 'Fn::Join': ['/', ['x', { Ref: 'B' }, 'y']] }, 'x/${B}/y'],
    [{ 'Fn::Join': [',', { Ref: 'List' }] }, 'x,y'],
    [{ 'Fn::Sub': '${A} ${B.Arn} ${!A} ${AWS::Region}' }, 'a ${B.Arn} ${A} ${AWS::Region}'],
    [{ 'Fn::Sub': ['${V}-${A}', { V: { Ref: 'A' } }] }, 'a-a'],
    [{ 'Fn::Select': ['1', ['x', { Ref: 'A' }]] }, 'a'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'x/y'] }] }, 'y'],
    [{ 'Fn::Select': [0, ['x', { Ref: 'B' }]] }, 'x'],
    [{ 'Fn::Split': ['/', { Ref: 'B' }] }, '${{"Fn::Split":["/",{"Ref":"B"}]}}'],
    [{ 'Fn::FindInMap': ['Region', 'us-east-1', 'Name'] }, 'Virginia'],
    [{ 'Fn::If': ['Yes', { Ref: 'A' }, 'b'] }, 'a'],
    [{ 'Fn::If': ['No', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] }, undefined],
    [{ 'Fn::If': ['Open', 'same', 'same'] }, 'same'],
    [{ 'Fn::If': ['Open', 'one', 'other'] }, '${{"Fn::If":["Open","one","other"]}}'],
    [{ 'Fn::Base64': 'text' }, 'dGV4dA=='],
    [{ 'Fn::ImportValue': 'known' }, 'imported'],
    [{ 'Fn::ImportValue': { 'Fn::Sub': 'other' } }, '${import other}'],
    [{ 'Fn::GetAZs': '' }, '${{"Fn::GetAZs":""}}'],
    ['{{resolve:ssm:name}}', '${{{resolve:ssm:name}}}'],
    [{ 'Ref': 'A', 'beside it': 1 }, { 'Ref': 'A', 'beside it': 1 }],
  ])('%j is %j', (value, expected) => {
    expect(told(value)).toEqual(expected);
  });

  test('numbers and booleans become texts, as a custom resource gets them', () => {
    expect(stringified({ a: 1, b: [true, 'x'], c: { d: null } })).toEqual({ a: '1', b: ['true', 'x'], c: { d: null } });
  });
});

describe('a condition', () => {
  const holds = (expression: Json) => conditionOf(expression, { conditions: SCOPE.conditions, value: (operand) => resolve(operand, SCOPE) });

  test.each<[Json, boolean | undefined]>([
    [{ Condition: 'Yes' }, true],
    [{ Condition: 'No' }, false],
    [{ Condition: 'Open' }, undefined],
    [{ Condition: 'Circle' }, undefined],
    [{ Condition: 'Nobody' }, undefined],
    [{ 'Fn::Equals': ['1', 1] }, true],
    [{ 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'Open' }] }, undefined],
    [{ 'Fn::And': [{ Condition: 'No' }, { Condition: 'Open' }] }, false],
    [{ 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'Open' }] }, true],
    [{ 'Fn::Or': [{ Condition: 'No' }, { Condition: 'Open' }] }, undefined],
    [{ 'Fn::Not': [{ Condition: 'Open' }] }, undefined],
  ])('%j: %j', (expression, expected) => {
    expect(holds(expression)).toBe(expected);
  });
});

test.each([
  ['us-east-1', 'aws', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'],
])('pseudo parameters of %s', (region, partition, suffix) => {
  expect([pseudoParameter('AWS::Partition', { region }), pseudoParameter('AWS::URLSuffix', { region })]).toEqual([partition, suffix]);
  expect(pseudoParameter('AWS::AccountId', { region })).toBeInstanceOf(Unknown);
  expect(pseudoParameter('Anything', { region })).toBeUndefined();
});

test('what is needed comes first, and a circle does not hold anything up', () => {
  const needs = (map: Record<string, string[]>) => dependencyOrder(Object.keys(map), (name) => new Set(map[name]));
  expect(needs({ a: ['b'], b: ['c'], c: [] })).toEqual(['c', 'b', 'a']);
  expect(needs({ a: ['b'], b: ['a'], c: ['elsewhere'] })).toEqual(['c', 'a', 'b']);
  expect([...references({ a: [{ Ref: 'One' }], b: { 'Fn::GetAtt': ['Two', 'Arn'] }, c: { 'Fn::Sub': '${Three.Arn} ${!No} ${Four}' } })])
    .toEqual(['One', 'Two', 'Three', 'Four']);
});

describe('a resource', () => {
  const PLACE = { region: 'us-east-1', account: '123456789012' };

  function stackWith(
    resources: Record<string, JsonObject>, there: Record<string, [type: string, id: string]> = {}, former = resources,
  ): ResolvedStack {
    const deployedTemplate = templateOf({ Resources: former });
    const deployed: DeployedStack = {
      stackId: 'arn',
      status: 'CREATE_COMPLETE',
      template: deployedTemplate,
      parameters: {},
      outputs: {},
      resources: Object.fromEntries(Object.entries(there).map(([id, [type, physicalId]]) => [id, { type, physicalId }])),
    };
    const facts: Omit<StackFacts, 'template'> = { place: PLACE, deployed, imported: () => Unknown.of('import'), nestedOutput: () => undefined };
    const old = new ResolvedStack({ ...facts, template: deployedTemplate });
    return new ResolvedStack({ ...facts, template: templateOf({ Resources: resources }), former: old });
  }
  const valueOf = (stack: ResolvedStack, value: Json) => {
    const found = stack.value(value);
    return found instanceof Unknown ? found.shown : found;
  };
  const arn = { 'Fn::GetAtt': ['X', 'Arn'] };

  test.each<[string, JsonObject, string, string]>([
    ['AWS::Lambda::Function', {}, 'name', 'arn:aws:lambda:us-east-1:123456789012:function:name'],
    ['AWS::IAM::Role', {}, 'name', 'arn:aws:iam::123456789012:role/name'],
    ['AWS::IAM::Role', { Path: '/a/b/' }, 'name', 'arn:aws:iam::123456789012:role/a/b/name'],
    ['AWS::KMS::Key', {}, 'id', 'arn:aws:kms:us-east-1:123456789012:key/id'],
    ['AWS::Cognito::UserPool', {}, 'us-east-1_A', 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_A'],
  ])('%s %j has its ARN by its id', (Type, Properties, id, expected) => {
    expect(valueOf(stackWith({ X: { Type, Properties } }, { X: [Type, id] }), arn)).toBe(expected);
  });

  test('that is not there yet is unknown, as an ARN and within a text', () => {
    const stack = stackWith({ X: { Type: 'AWS::Lambda::Function' } });
    expect(valueOf(stack, arn)).toBe('${X.Arn}');
    expect(valueOf(stack, { 'Fn::Join': [':', [arn, 'live']] })).toBe('${X.Arn}:live');
  });

  test('whose name the template gives is known before it is there', () => {
    const stack = stackWith({ X: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'mine' } } });
    expect(valueOf(stack, arn)).toBe('arn:aws:lambda:us-east-1:123456789012:function:mine');
  });

  test('that becomes another one is not what it was', () => {
    const there = { X: ['AWS::Lambda::Function', 'old'] as [string, string] };
    const named = (FunctionName?: string) => ({ X: { Type: 'AWS::Lambda::Function', Properties: { ...FunctionName !== undefined && { FunctionName } } } });
    expect(valueOf(stackWith(named('new'), there, named('old')), { Ref: 'X' })).toBe('new');
    expect(valueOf(stackWith(named(), there, named('old')), { Ref: 'X' })).toBe('${X}');
    expect(valueOf(stackWith(named(), there, named()), { Ref: 'X' })).toBe('old');
    const pool = (AliasAttributes: string[]) => ({ X: { Type: 'AWS::Cognito::UserPool', Properties: { AliasAttributes } } });
    const poolThere = { X: ['AWS::Cognito::UserPool', 'us-east-1_A'] as [string, string] };
    expect(valueOf(stackWith(pool(['email']), poolThere, pool([])), { Ref: 'X' })).toBe('${X}');
    expect(valueOf(stackWith(pool(['email']), poolThere, pool(['email'])), { Ref: 'X' })).toBe('us-east-1_A');
  });

  test('of another type than the deployed one is another one', () => {
    expect(valueOf(stackWith({ X: { Type: 'AWS::KMS::Key' } }, { X: ['AWS::Lambda::Function', 'name'] }), arn)).toBe('${X.Arn}');
  });
});

test('templates that somebody wrote in YAML, with its short forms', async () => {
  expect(await parseTemplate('Resources:\n  A:\n    Properties:\n      B: !Join [",", [a, !Ref C]]\n      D: !If\n        - X\n        - !GetAtt E.Arn\n        - {f: !Sub "${G}"}\n'))
    .toEqual({
      Resources: {
        A: {
          Properties: {
            B: { 'Fn::Join': [',', ['a', { Ref: 'C' }]] }, D: { 'Fn::If': ['X', { 'Fn::GetAtt': 'E.Arn' }, { f: { 'Fn::Sub': '${G}' } }] },
          },
        },
      },
    });
  await expect(parseTemplate('{ broken')).rejects.toThrow('the template that CloudFormation has of a stack cannot be read');
});

test.each([
  [{ a: ['b'] }, 80, '{"a":["b"]}'],
  ['x'.repeat(50), 40, `"${'x'.repeat(38)}…`],
  ['ü'.repeat(50), 1, `"${'ü'.repeat(22)}…`],
])('%j in %i characters', (value, room, expected) => {
  expect(shownValue(value, room)).toBe(expected);
});

const LONG = 'arn:aws:lambda:us-east-1:123456789012:function:';

test.each<readonly [readonly [Json, Json], number, string[]]>([
  [[3, 1], 24, ['3', '1']],
  [['a', `${LONG}one`], 24, ['"a"', '"arn:aws:lambda:us-east…']],
  [[`${LONG}one`, `${LONG}two`], 24, ['…12:function:one"', '…12:function:two"']],
  [[`${LONG}one`, `${LONG}one-${'more'.repeat(9)}`], 30, ['…function:one"', '…function:one-moremoremoremor…']],
  [[[1], [1, 2]], 24, ['[1]', '[1,2]']],
])('%j in %i characters', (values, room, expected) => {
  expect(shownPair(values, room)).toEqual(expected);
});
