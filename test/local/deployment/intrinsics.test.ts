import { CompiledTemplate, type LiveNames } from '../../../local/deployment/compiled-template';
import { stackEnvironment } from '../../../local/deployment/environment';
import { TemplateError, type Template } from '../../../local/deployment/template';
import type { Json, JsonObject } from '../../../src/core/wire/json';

const ENVIRONMENT = stackEnvironment('eu-west-1', '111122223333', 'Stack', 1);
const LIVE: LiveNames = {
  ref: (name) => ({ Pool: 'eu-west-1_abc', Role: 'the-role' } as Record<string, string>)[name],
  attribute: (logicalId, name) => `${logicalId}-${name}-value`,
};
const BASE = {
  Parameters: {
    Word: { Type: 'String', Default: 'hello' },
    Many: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
    Size: { Type: 'Number', Default: 3 },
  },
  Mappings: { Regions: { 'eu-west-1': { Short: 'euw1', List: ['x', 'y'] } } },
  Conditions: {
    IsHello: { 'Fn::Equals': [{ Ref: 'Word' }, 'hello'] },
    IsThree: { 'Fn::Equals': [{ Ref: 'Size' }, 3] },
    InChina: { 'Fn::Equals': [{ Ref: 'AWS::Partition' }, 'aws-cn'] },
    Both: { 'Fn::And': [{ Condition: 'IsHello' }, { Condition: 'InChina' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsHello' }, { Condition: 'InChina' }] },
    NotChina: { 'Fn::Not': [{ Condition: 'InChina' }] },
    ByMap: { 'Fn::Equals': [{ 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'Short'] }, 'euw1'] },
  },
};

function compile(properties: JsonObject, more: Partial<Template> = {}): CompiledTemplate {
  const resources = {
    Subject: { Type: 'AWS::Some::Thing', Properties: properties },
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Role: { Type: 'AWS::IAM::Role' },
  };
  const template = { ...BASE, ...more, Resources: { ...resources, ...more.Resources } };
  return new CompiledTemplate(template, {}, ENVIRONMENT, { 'other-stack': 'exported' });
}

function resolved(value: Json): Json | undefined {
  return compile({ Value: value }).properties('Subject', LIVE).Value;
}

test.each<[string, Json, Json | undefined]>([
  ['Ref of a resource', { Ref: 'Pool' }, 'eu-west-1_abc'],
  ['Ref of a parameter', { Ref: 'Word' }, 'hello'],
  ['Ref of a list parameter', { Ref: 'Many' }, ['a', 'b', 'c']],
  ['AWS::Region', { Ref: 'AWS::Region' }, 'eu-west-1'],
  ['AWS::AccountId', { Ref: 'AWS::AccountId' }, '111122223333'],
  ['AWS::Partition', { Ref: 'AWS::Partition' }, 'aws'],
  ['AWS::URLSuffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
  ['AWS::StackName', { Ref: 'AWS::StackName' }, 'Stack'],
  ['AWS::StackId', { Ref: 'AWS::StackId' }, ENVIRONMENT.stackId],
  ['AWS::NoValue', { Ref: 'AWS::NoValue' }, undefined],
  ['AWS::NoValue in a list', ['a', { Ref: 'AWS::NoValue' }, 'b'], ['a', 'b']],
  ['AWS::NoValue in a map', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  ['Fn::GetAtt as a pair', { 'Fn::GetAtt': ['Role', 'Arn'] }, 'Role-Arn-value'],
  ['Fn::GetAtt as a text', { 'Fn::GetAtt': 'Role.Deep.Arn' }, 'Role-Deep.Arn-value'],
  ['Fn::GetAtt with a Ref', { 'Fn::GetAtt': ['Role', { Ref: 'Word' }] }, 'Role-hello-value'],
  ['Fn::Join', { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, 5, { Ref: 'AWS::NoValue' }]] }, 'arn:aws:5'],
  ['Fn::Join of a list parameter', { 'Fn::Join': ['-', { Ref: 'Many' }] }, 'a-b-c'],
  ['Fn::Sub', { 'Fn::Sub': '${Pool}/${Role.Arn}/${AWS::Region}/${Word}' }, 'eu-west-1_abc/Role-Arn-value/eu-west-1/hello'],
  ['Fn::Sub with a literal', { 'Fn::Sub': '${!Word} $ {} ${Word}' }, '${Word} $ {} hello'],
  ['Fn::Sub with a map', { 'Fn::Sub': ['${a}.${Word}', { a: { Ref: 'Pool' } }] }, 'eu-west-1_abc.hello'],
  ['Fn::Select', { 'Fn::Select': ['1', ['a', 'b']] }, 'b'],
  ['Fn::Split', { 'Fn::Split': ['/', 'a/b//c'] }, ['a', 'b', '', 'c']],
  ['Fn::Select of Fn::Split', { 'Fn::Select': [2, { 'Fn::Split': ['-', { 'Fn::GetAtt': ['Role', 'Arn'] }] }] }, 'value'],
  ['Fn::FindInMap', { 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'List'] }, ['x', 'y']],
  ['Fn::If that holds', { 'Fn::If': ['IsHello', 'yes', { Ref: 'Nobody' }] }, 'yes'],
  ['Fn::If that does not', { 'Fn::If': ['Both', 'yes', { Ref: 'AWS::NoValue' }] }, undefined],
  ['Fn::If over Or, Not and a map', { 'Fn::If': ['Either', { 'Fn::If': ['NotChina', { 'Fn::If': ['ByMap', 1, 2] }, 3] }, 4] }, 1],
  ['Fn::If that compares a number', { 'Fn::If': ['IsThree', 'three', 'other'] }, 'three'],
  ['Fn::Base64', { 'Fn::Base64': { Ref: 'Word' } }, 'aGVsbG8='],
  ['Fn::ImportValue', { 'Fn::ImportValue': 'other-stack' }, 'exported'],
  ['what is no intrinsic', { Ref: 'Pool', more: [true, 1, ''] }, { Ref: 'Pool', more: [true, 1, ''] }],
])('%s is resolved', (_, value, expected) => {
  expect(resolved(value)).toEqual(expected);
});

test.each<[string, Json, string]>([
  ['an unknown intrinsic', { deep: [{ 'Fn::GetAZs': '' }] }, 'Subject: Fn::GetAZs is an intrinsic that the local'],
  ['an intrinsic with company', { 'Fn::Join': [',', []], 'other': 1 }, 'Subject: Fn::Join must stand alone, but is beside other'],
  ['a Ref of nothing', { Ref: 'Nobody' }, 'Unresolved resource dependencies [Nobody] in resource Subject'],
  ['a Sub of nothing', { 'Fn::Sub': 'x${Nobody.Arn}' }, 'Unresolved resource dependencies [Nobody] in resource Subject'],
  ['an unknown condition', { 'Fn::If': ['Never', 1, 2] }, 'Subject: unresolved condition dependency Never'],
  ['an index out of range', { 'Fn::Select': ['7', ['a']] }, 'Subject: Fn::Select cannot select nonexistent value at index 7'],
  ['a missing key', { 'Fn::FindInMap': ['Regions', 'mars', 'Short'] }, 'Subject: Fn::FindInMap finds nothing under Regions'],
  ['a missing export', { 'Fn::ImportValue': 'nobody' }, 'No export named nobody found'],
  ['a Join of no list', { 'Fn::Join': 'x' }, 'Subject: Fn::Join takes a list of 2, got "x"'],
  ['a Join of a map', { 'Fn::Join': ['', [{ a: 1 }]] }, 'Subject: Fn::Join takes a text, got {"a":1}'],
])('%s is an error that says where', (_, value, message) => {
  expect(() => resolved(value)).toThrow(TemplateError);
  expect(() => resolved(value)).toThrow(message);
});

test('a resource and an output whose condition does not hold are not there', () => {
  const compiled = compile({}, {
    Resources: {
      Away: { Type: 'AWS::Some::Thing', Condition: 'InChina' },
      Later: { Type: 'AWS::Some::Thing', DependsOn: 'Away' },
    },
    Outputs: { Gone: { Value: { Ref: 'Away' }, Condition: 'InChina' }, Number: { Value: 5 }, Pool: { Value: { Ref: 'Pool' } } },
  });
  expect(compiled.order).toEqual(['Subject', 'Pool', 'Role', 'Later']);
  expect(compiled.outputs(LIVE)).toEqual({ Number: '5', Pool: 'eu-west-1_abc' });
});

test('conditions that wait for each other are an error', () => {
  expect(() => compile({}, { Conditions: { A: { Condition: 'B' }, B: { Condition: 'A' } } }))
    .toThrow('Circular dependency between conditions: [A, B]');
});

test('a condition that is no condition is an error', () => {
  expect(() => compile({}, { Conditions: { A: { 'Fn::Contains': [] } } })).toThrow('condition A: Fn::Contains is no condition');
});

test('an output that refers to nothing is an error', () => {
  expect(() => compile({}, { Outputs: { Lost: { Value: { Ref: 'Nobody' } } } })).toThrow('[Nobody] in output Lost');
});

test('parameters must have values and be declared', () => {
  const make = (parameters: Record<string, string>) => new CompiledTemplate(
    { Parameters: { Needed: { Type: 'String' } }, Resources: {} }, parameters, ENVIRONMENT, {});
  expect(() => make({})).toThrow('Parameters: [Needed] must have values');
  expect(() => make({ Needed: 'x', Other: 'y' })).toThrow('Parameters: [Other] do not exist in the template');
});

test('a custom resource gets texts, others get what the template says', () => {
  const custom = { Type: 'Custom::Thing', Properties: { Flag: true, Size: { Ref: 'Size' } } };
  const compiled = compile({ Flag: true }, { Resources: { Custom: custom } });
  expect(compiled.properties('Custom', LIVE)).toEqual({ Flag: 'true', Size: '3' });
  expect(compiled.properties('Subject', LIVE)).toEqual({ Flag: true });
});
