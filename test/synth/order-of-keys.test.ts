import { Aws, Lazy, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ManagedUserPool, UserPoolSettings } from '../../src';
import { importedPool, testStack, type Settings } from '../support/synth';

// Java's Map.of has another order in each process: a template that follows it changes with each synthesis, and the function with it.

type Entries = readonly (readonly [string, unknown])[];
const maps = (order: (entries: Entries) => Entries): Settings => {
  const map = (entries: Entries) => Object.fromEntries(order(entries));
  return {
    userPoolTags: map([['team', 'identity'], ['cost', '42'], ['region', Aws.REGION]]) as Record<string, string>,
    additionalSettings: map([
      ['Young', map([['Mode', 'STRICT'], ['Days', 7], ['Deep', [map([['A', 1], ['B', Lazy.string({ produce: () => 'two' })]]), 'last']]])],
      ['Younger', map([['X', true], ['Name', Aws.STACK_NAME]])],
    ]),
  };
};

const textOf = (build: (stack: Stack) => void) => {
  const stack = testStack();
  build(stack);
  return JSON.stringify(Template.fromStack(stack).toJSON());
};

test.each<[string, (settings: Settings) => (stack: Stack) => void]>([
  ['UserPoolSettings', (settings) => (stack) => void new UserPoolSettings(stack, 'Settings', { userPool: importedPool(stack), ...settings })],
  ['ManagedUserPool', (settings) => (stack) => void new ManagedUserPool(stack, 'Pool', settings)],
])('%s: the order in which the keys of a map are given is nowhere in the template', (_name, declare) => {
  const [given, reversed] = [textOf(declare(maps((entries) => entries))), textOf(declare(maps((entries) => [...entries].reverse())))];
  expect(given).toContain('two');
  expect(reversed).toBe(given);
});

test('lists keep their order', () => {
  const declare = (list: readonly number[]) => textOf((stack) => void new UserPoolSettings(stack, 'Settings', {
    userPool: importedPool(stack), additionalSettings: { Young: { List: list } },
  }));
  expect(declare([2, 1])).not.toBe(declare([1, 2]));
});
