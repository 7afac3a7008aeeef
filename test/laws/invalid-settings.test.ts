import * as fc from 'fast-check';
import { runs } from './runs';
import { EmbeddedCognito, freshPool, poolWithEverything } from '../../local/cognito';
import model from '../../local/cognito/model.json';
import { settingsOf } from '../../src/core/plan/settings-of';
import { Problem } from '../../src/core/problem';
import { checkDeclared, checkMerged } from '../../src/core/rules/check';
import type { Json, JsonObject } from '../../src/core/wire/json';
import example from '../fixtures/cli-example-request.json';
import { seeds } from '../support/arbitraries';
import { deploy } from '../support/deploy';
import { portTo } from '../support/in-process-port';

const RUNS = runs(300);

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}
const shapes = model.shapes as Readonly<Record<string, Shape>>;

/** What AWS's model refuses at one member; the rest of the document is empty. */
function invalid(shapeName: string): fc.Arbitrary<Json>[] {
  const shape = shapes[shapeName];
  const members = Object.entries(shape.members ?? {}).filter(([name]) => name !== 'UserPoolId')
    .flatMap(([name, { shape: inner }]) => invalid(inner).map((value) => value.map((bad): Json => ({ [name]: bad }))));
  switch (shape.type) {
    case 'structure': return members;
    case 'list': return [
      ...invalid(shape.member!.shape).map((item) => item.map((bad): Json => [bad])),
      ...(shape.min ? [fc.constant<Json>([])] : []),
      fc.constant<Json>({ not: 'a list' }),
    ];
    case 'map': return invalid(shape.value!.shape).map((value) => value.map((bad): Json => ({ Level1: bad })));
    case 'integer': return [
      ...(shape.min === undefined ? [] : [fc.integer({ min: shape.min - 1000, max: shape.min - 1 })]),
      ...(shape.max === undefined ? [] : [fc.integer({ min: shape.max + 1, max: shape.max + 1000 })]),
      fc.constantFrom<Json>('seven', 1.5, '1.5', ''),
    ];
    case 'boolean': return [fc.constantFrom<Json>('yes', 'True', '1', '')];
    default: return invalidTexts(shape);
  }
}

function invalidTexts({ enum: values, min, max, pattern }: Shape): fc.Arbitrary<Json>[] {
  if (values) return [fc.string().filter((text) => !values.includes(text))];
  const some = fc.string({ minLength: Math.max(min ?? 0, 1), maxLength: 40 });
  return [
    ...(min ? [fc.string({ maxLength: min - 1 })] : []),
    ...(max !== undefined && max <= 20_000 ? [fc.constant('x'.repeat(max + 1))] : []),
    // What no pattern of the model allows: messages without a placeholder, subjects and addresses with a control character.
    ...(pattern && pattern !== '(?s).*' ? [some.map((text) => `\u0000${text}`)] : []),
  ];
}

const everyWay = fc.oneof(
  ...invalid('UpdateUserPoolRequest'), ...invalid('SetUserPoolMfaConfigRequest'),
) as fc.Arbitrary<JsonObject>;

test('no setting that AWS\'s model refuses reaches the pool, not even as a question', async () => {
  await fc.assert(fc.asyncProperty(everyWay, async (settings) => {
    const cognito = new EmbeddedCognito();
    const id = cognito.seed(poolWithEverything());
    await expect(deploy(portTo(cognito), id, { UserPoolId: id, Settings: settings })).rejects.toThrow(Problem);
    expect(cognito.requests).toEqual([]);
  }), RUNS);
});

describe('no false alarm', () => {
  const errorsFor = (id: string, settings: JsonObject) => [
    ...checkDeclared(id, settings),
    ...checkMerged(id, settings, Object.keys(settings).map((name) => [name])),
  ].filter(({ level }) => level === 'error');

  const echoOf = (seed: Parameters<EmbeddedCognito['seed']>[0]): [string, JsonObject] => {
    const cognito = new EmbeddedCognito();
    const id = cognito.seed(seed);
    // The SMS block is described whether or not SMS is a factor (H3): declaring it would be asking for the factor.
    const { SmsMfaConfiguration: _, ...factors } = cognito.mfa(id);
    return [id, { ...settingsOf(cognito.pool(id)), ...factors }];
  };

  test('for the recorded defaults of a new pool', () => {
    expect(errorsFor(...echoOf(freshPool()))).toEqual([]);
  });

  test('for a pool with everything set', () => {
    expect(errorsFor(...echoOf(poolWithEverything()))).toEqual([]);
  });

  test('for the example of the CLI\'s help page', () => {
    const { UserPoolId, ...settings } = example;
    expect(errorsFor(UserPoolId, settings)).toEqual([]);
  });

  test('for any pool of the test kit', () => {
    fc.assert(fc.property(seeds(), (seed) => {
      expect(errorsFor(...echoOf(seed))).toEqual([]);
    }), RUNS);
  });
});
