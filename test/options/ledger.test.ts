import { join } from 'node:path';
import { readDeclarations } from './declarations';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Member, Rendering, Structure } from '../../src/core/ledger/member';
import { propName } from '../../src/core/ledger/prop-path';
import { rowOf } from '../../src/core/ledger/walk';

const { structs, enums } = readDeclarations(join(__dirname, '..', '..', 'src', 'options'));

const RENDERED: Record<Rendering, string> = {
  functionArn: 'IFunction', roleArn: 'IRole', keyArn: 'IKey', days: 'Duration', activity: 'boolean', status: 'boolean',
};

/** Where a struct and its rows say something else, in words. */
function differences(struct: string, { members }: Structure): string[] {
  const props = structs.get(struct);
  if (!props) return [`${struct} is not declared`];
  const rows = new Map(Object.entries(members).map(([name, member]) => [propName(name, member), member]));
  return [
    ...[...props.keys()].filter((prop) => !rows.has(prop)).map((prop) => `${struct}.${prop} has no row in the ledger`),
    ...[...rows].flatMap(([prop, member]) => {
      const declared = props.get(prop);
      return declared ? typeDifferences(`${struct}.${prop}`, declared.type, member) : [`${struct} lacks the prop ${prop}`];
    }),
  ];
}

function typeDifferences(where: string, type: string, member: Member): string[] {
  const wanted = (right: boolean, what: string) => right ? [] : [`${where} is ${type}, the row says ${what}`];
  if (member.prop?.as) return wanted(type.split('.').pop() === RENDERED[member.prop.as], RENDERED[member.prop.as]);
  switch (member.kind) {
    case 'structure': return differences(type, member);
    case 'keyed': return member.keys
      ? differences(type, { kind: 'structure', members: Object.fromEntries(Object.keys(member.keys).map((key) => [key, rowOf(member, key)!])) })
      : wanted(type === '{ [key: string]: string }', 'a map of strings');
    case 'list': return type.endsWith('[]') ? typeDifferences(where, type.slice(0, -2), member.of) : wanted(false, 'a list');
    case 'choice': return wanted([...enums.get(type) ?? []].sort().join() === [...member.values].sort().join(), member.values.join());
    case 'flag': return wanted(type === 'boolean', 'boolean');
    case 'integer': return wanted(type === 'number', 'number');
    default: return wanted(type === 'string', 'string');
  }
}

test('every prop has its row and every row its prop, of the same type, down to the leaves', () => {
  expect(differences('UserPoolSettingsOptions', LEDGER)).toEqual([]);
});

test('a row without a prop is found', () => {
  const { members } = LEDGER;
  expect(differences('UserPoolSettingsOptions', { kind: 'structure', members: { ...members, Younger: { kind: 'flag' } } }))
    .toEqual(['UserPoolSettingsOptions lacks the prop younger']);
});

test('a prop without a row is found', () => {
  const { PoolName: _, ...members } = LEDGER.members;
  expect(differences('UserPoolSettingsOptions', { kind: 'structure', members }))
    .toEqual(['UserPoolSettingsOptions.poolName has no row in the ledger']);
});

test('what the API asks for is asked for by the struct, unless the pool or the row has it', () => {
  const required = [...structs].flatMap(([struct, props]) => [...props].filter(([, { isOptional }]) => !isOptional).map(([prop]) => `${struct}.${prop}`));
  expect(required.sort()).toMatchInlineSnapshot(`
[
  "AcrLevelConfig.acrValue",
  "CustomEmailLambdaVersionConfig.lambdaFunction",
  "CustomSmsLambdaVersionConfig.lambdaFunction",
  "DcrConfiguration.enabled",
  "EumsSmsConfiguration.caller",
  "InboundFederationLambda.lambdaFunction",
  "PreTokenGenerationVersionConfig.lambdaFunction",
  "PreTokenGenerationVersionConfig.lambdaVersion",
  "RecoveryOption.name",
  "RecoveryOption.priority",
  "SoftwareTokenMfaConfig.enabled",
  "UserPoolAddOns.advancedSecurityMode",
]
`);
});
