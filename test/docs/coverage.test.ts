import type { Assembly, Docs, Named, Type } from '../../docs/api-coverage/assembly';
import { factsOf } from '../../docs/api-coverage/facts';
import { coverageOf, type Measure } from '../../docs/api-coverage/missing';
import { sectionsOf } from '../../docs/api-coverage/reference';

const WHAT: Docs = { summary: 'What it is.' };
const PROP: Docs = { summary: 'What it does.', remarks: 'From 6 to 1,400 characters.\n\nAPI: `Some.One`.', default: '- none' };
const UNLESS: Docs = { summary: 'what is made, by default all of it.' };

type Given = Omit<Type, 'fqn'>;

const struct = (one: { docs?: Docs; optional?: boolean; protected?: boolean }, docs: Docs = WHAT): Given =>
  ({ kind: 'interface', datatype: true, docs, properties: [{ name: 'one', optional: true, ...one }] });
const prop = (docs: Docs): Given => struct({ docs: { ...PROP, ...docs } });
const build = (given: { docs?: Docs; optional?: boolean }, docs: Docs = WHAT): Given =>
  ({ kind: 'class', docs: WHAT, initializer: { docs, parameters: [{ name: 'one', optional: true, ...given }] } });
const some = (type: Given): Assembly => ({ name: 'lib', types: { 'lib.Some': { fqn: 'lib.Some', ...type } } });

/** As jsii-docgen prints it: of a constructor the parameters alone. */
function apiMd(assembly: Assembly): string {
  return Object.values(assembly.types ?? {}).flatMap(({ fqn, docs, initializer, methods, properties, members }) => [
    section(fqn, docs),
    ...initializer ? [section(`${fqn}.Initializer`)] : [],
    ...sections(`${fqn}.Initializer.parameter`, initializer?.parameters),
    ...sections(fqn, methods),
    ...(methods ?? []).flatMap((method) => sections(`${fqn}.${method.name}.parameter`, method.parameters)),
    ...sections(`${fqn}.property`, properties),
    ...sections(fqn, members),
  ]).join('');
}

function sections(of: string, named: readonly Named[] = []): string[] {
  return named.map(({ name, docs }) => section(`${of}.${name}`, docs));
}

function section(id: string, docs: Docs = {}): string {
  const words = [docs.default?.replace(/^- /, '- *Default:* '), docs.summary, docs.remarks].filter(Boolean);
  return `##### \`x\` <a name="x" id="${id}"></a>\n\n${words.join('\n\n')}\n\n`;
}

function coverage(assembly: Assembly, measure: Partial<Measure> = {}) {
  return coverageOf(assembly, { reference: sectionsOf(apiMd(assembly)), ownWords: {}, facts: new Map(), ...measure });
}

test('of documented members nothing is missing, and each is counted', () => {
  const assembly: Assembly = {
    name: 'lib',
    types: {
      'lib.Struct': { fqn: 'lib.Struct', ...struct({ docs: PROP }) },
      'lib.Class': {
        fqn: 'lib.Class',
        ...build({ docs: UNLESS }),
        methods: [{ name: 'run', docs: WHAT, parameters: [{ name: 'by', docs: WHAT }] }],
        properties: [{ name: 'state', docs: WHAT }],
      },
      'lib.Enum': { fqn: 'lib.Enum', kind: 'enum', docs: WHAT, members: [{ name: 'ONE', docs: WHAT }] },
    },
  };
  expect(coverage(assembly)).toEqual({ documented: 10, total: 10, missing: [] });
});

test.each<[string, Given, string]>([
  ['a type without words', struct({ docs: PROP }, {}), 'Some: no summary'],
  ['a prop without words', prop({ summary: undefined }), 'Some.one: no summary'],
  ['a prop that begins with its API member', prop({ summary: 'API: `Some.One`.' }), 'Some.one: no summary'],
  ['a summary that is cut', prop({ summary: 'What it does;' }), 'Some.one: its summary ends at a semicolon'],
  ['an optional prop without default', prop({ default: undefined }), 'Some.one: optional without @default'],
  ['an empty default', prop({ default: ' ' }), 'Some.one: optional without @default'],
  ['a default of a required prop', struct({ docs: PROP, optional: false }), 'Some.one: required with @default'],
  ['a prop without its API member', prop({ remarks: 'It is `Some.One`.' }), 'Some.one: names no API member'],
  ['a constructor without words', build({ docs: UNLESS }, {}), 'new Some: no summary'],
  ['a parameter without words', build({ optional: false }), 'new Some(one): no summary'],
  [
    'an optional parameter that says no default',
    build({ docs: WHAT }),
    'new Some(one): optional, and does not say what happens without it',
  ],
  ['a method without words', { kind: 'class', docs: WHAT, methods: [{ name: 'run' }] }, 'Some.run: no summary'],
  [
    'a parameter of a method without words',
    { kind: 'class', docs: WHAT, methods: [{ name: 'run', docs: WHAT, parameters: [{ name: 'by' }] }] },
    'Some.run(by): no summary',
  ],
  ['a property without words', { kind: 'class', docs: WHAT, properties: [{ name: 'state' }] }, 'Some.state: no summary'],
  ['an enum member without words', { kind: 'enum', docs: WHAT, members: [{ name: 'ONE' }] }, 'Some.ONE: no summary'],
])('it sees %s', (_title, type, missing) => {
  const { documented, total, missing: found } = coverage(some(type));
  expect(found).toEqual([missing]);
  expect(documented).toBe(total - 1);
});

test('what only subclasses see is not counted', () => {
  const [methods, properties] = [[{ name: 'run', protected: true }], [{ name: 'state', protected: true }]];
  expect(coverage(some({ kind: 'class', docs: WHAT, initializer: { protected: true }, methods, properties })))
    .toEqual({ documented: 1, total: 1, missing: [] });
});

describe('in API.md', () => {
  const STALE = 'Some.one: API.md says something else: it is to be generated anew';
  const assembly = some(struct({ docs: PROP }));
  const without = (text: string) => coverage(assembly, { reference: sectionsOf(apiMd(assembly).replace(text, '')) }).missing;

  test('it sees a member that is not there', () => {
    expect(without('id="lib.Some.property.one"')).toEqual(['Some.one: not in API.md']);
  });

  const lines = ['What it does.', 'From 6 to 1,400 characters.', 'API: `Some.One`.', '*Default:* none'];
  test.each(lines)('it sees that %s is gone', (text) => {
    expect(without(text)).toEqual([STALE]);
  });

  const others: [string, number, string][] = [['before', 1, 'Some.one'], ['after', 0, 'Some']];
  test.each(others)('what the member %s it says does not count', (_where, index, name) => {
    const two = some(struct({ docs: PROP }, { summary: 'What it does.' }));
    const parts = apiMd(two).split(/(?=#####)/).map((part, at) => at === index ? part.replace('What it does.', '') : part);
    expect(coverage(two, { reference: sectionsOf(parts.join('')) }).missing)
      .toEqual([`${name}: API.md says something else: it is to be generated anew`]);
  });
});

describe('words of the library\'s own', () => {
  const unnamed = some(prop({ remarks: undefined }));

  test.each(['Some', 'Some.one'])('%s needs no API member', (word) => {
    expect(coverage(unnamed, { ownWords: { [word]: 'it sets nothing' } }).missing).toEqual([]);
  });

  test.each(['Other', 'Some.two', 'Some.one'])('%s is reported where it has one or is not there', (word) => {
    expect(coverage(some(struct({ docs: PROP })), { ownWords: { [word]: 'it sets nothing' } }).missing)
      .toEqual([`${word}: is listed as a word of the library's own, and none of it lacks an API member`]);
  });
});

describe('what the ledger knows', () => {
  const of = (apiMembers: string[], ...numbers: string[]) =>
    coverage(some(struct({ docs: PROP })), { facts: new Map([['Some.one', { apiMembers, numbers }]]) }).missing;

  test.each<[string, string[], string[], string[]]>([
    ['the member and the range', ['Other.One', 'Some.One'], ['6', '1,400'], []],
    ['another member', ['Some.Two'], [], ['Some.one: names the API member Some.One, and is Some.Two']],
    ['another range', ['Some.One'], ['1', '6', '400'], ['Some.one: does not say the ends of its range: 1, 400']],
  ])('%s', (_title, apiMembers, numbers, missing) => {
    expect(of(apiMembers, ...numbers)).toEqual(missing);
  });

  test('is found by the types of the props: through structs, lists and maps with fixed keys', () => {
    const typed = (fqn: string, properties: Type['properties']): [string, Type] =>
      [fqn, { fqn, kind: 'interface', datatype: true, properties }];
    const facts = factsOf({
      name: 'lib',
      types: Object.fromEntries([
        typed('lib.UserPoolSettingsOptions', [
          { name: 'poolName' }, { name: 'userPoolTags' }, { name: 'acrConfiguration', type: { fqn: 'lib.Acr' } },
          { name: 'accountRecoverySetting', type: { fqn: 'lib.Recovery' } },
        ]),
        typed('lib.Acr', [{ name: 'level1', type: { fqn: 'lib.Level' } }, { name: 'level2', type: { fqn: 'lib.Level' } }]),
        typed('lib.Level', [{ name: 'acrValue' }]),
        typed('lib.Recovery', [{ name: 'recoveryMechanisms', type: { collection: { elementtype: { fqn: 'lib.Way' } } } }]),
        typed('lib.Way', [{ name: 'priority' }]),
      ]),
    });
    expect(facts.get('UserPoolSettingsOptions.poolName')).toEqual({ apiMembers: ['PoolName'], numbers: ['1', '128'] });
    expect(facts.get('UserPoolSettingsOptions.userPoolTags'))
      .toEqual({ apiMembers: ['UserPoolTags'], numbers: ['1', '128', '256'] });
    expect(facts.get('Level.acrValue')?.apiMembers)
      .toEqual(['AcrConfiguration.Level1.AcrValue', 'AcrConfiguration.Level2.AcrValue']);
    expect(facts.get('Way.priority'))
      .toEqual({ apiMembers: ['AccountRecoverySetting.RecoveryMechanisms[].Priority'], numbers: ['1', '2'] });
  });

  test('is nothing for an assembly without the options, which is not to pass', () => {
    expect(() => factsOf(some(struct({ docs: PROP })))).toThrow('lib.UserPoolSettingsOptions is not in the assembly');
  });
});
