import { CompiledTemplate } from '../../../local/deployment/compiled-template';
import { stackEnvironment } from '../../../local/deployment/environment';
import { dependencyOrder, standsOn } from '../../../local/deployment/order';
import type { TemplateResource } from '../../../local/deployment/template';

function graph(edges: Record<string, string[]>): Map<string, Set<string>> {
  return new Map(Object.entries(edges).map(([name, needed]) => [name, new Set(needed)]));
}

function order(resources: Record<string, TemplateResource>): readonly string[] {
  return new CompiledTemplate({ Resources: resources }, {}, stackEnvironment('us-east-1', '111122223333', 'Stack', 1), {}).order;
}

test('what does not depend on anything stays in the order of the template', () => {
  expect(dependencyOrder(graph({ c: [], a: [], b: [] }))).toEqual(['c', 'a', 'b']);
});

test('dependencies come first', () => {
  expect(dependencyOrder(graph({ a: ['b', 'c'], b: ['c'], c: [], d: [] }))).toEqual(['c', 'b', 'a', 'd']);
});

test('DependsOn, Ref, Fn::GetAtt and both forms of Fn::Sub are dependencies', () => {
  const type = 'AWS::Some::Thing';
  expect(order({
    ByDependsOn: { Type: type, DependsOn: ['ByRef', 'ByGetAtt'] },
    ByRef: { Type: type, Properties: { deep: [{ er: { Ref: 'ByGetAtt' } }] } },
    ByGetAtt: { Type: type, Properties: { x: { 'Fn::GetAtt': ['BySub', 'Arn'] } } },
    BySub: { Type: type, Properties: { x: { 'Fn::Sub': 'a${BySubMap.Arn}b${!Literal}' } } },
    BySubMap: { Type: type, Properties: { x: { 'Fn::Sub': ['${ByRef}', { ByRef: { 'Fn::Join': ['', [{ Ref: 'Root' }]] } }] } } },
    Root: { Type: type },
  })).toEqual(['Root', 'BySubMap', 'BySub', 'ByGetAtt', 'ByRef', 'ByDependsOn']);
});

test('a cycle is an error that names those on it and nobody who only waits for them', () => {
  const edges = graph({ a: ['b'], b: ['c'], c: ['a'], waits: ['a'], free: [] });
  expect(() => dependencyOrder(edges)).toThrow('Circular dependency between resources: [a, b, c]');
});

test('a resource that needs itself is a cycle', () => {
  expect(() => order({ Self: { Type: 'X', Properties: { me: { Ref: 'Self' } } } }))
    .toThrow('Circular dependency between resources: [Self]');
});

test('a DependsOn on nothing is an error', () => {
  expect(() => order({ A: { Type: 'X', DependsOn: 'Nobody' } }))
    .toThrow('Template format error: Unresolved resource dependencies [Nobody] in the Resources block of the template');
});

test('what a resource stands on is found through others', () => {
  expect([...standsOn('a', graph({ a: ['b'], b: ['c'], c: [], d: ['a'] }))]).toEqual(['b', 'c']);
});
