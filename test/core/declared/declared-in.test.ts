import { declaredIn } from '../../../src/core/declared/declared-in';
import { Problem } from '../../../src/core/problem';

test.each<[string, unknown, object]>([
  ['no properties declare nothing', undefined, {}],
  ['properties without settings declare nothing', { ServiceToken: 'arn', UserPoolId: 'p' }, {}],
  [
    'settings come with their types',
    { Settings: { Policies: { PasswordPolicy: { MinimumLength: '9' } } } },
    { Policies: { PasswordPolicy: { MinimumLength: 9 } } },
  ],
  [
    'additional settings keep the types that their text has',
    { AdditionalSettings: '{"Future":{"Size":3,"Name":"3"}}' },
    { Future: { Size: 3, Name: '3' } },
  ],
  [
    'additional settings go beside the others, at any depth',
    { Settings: { LambdaConfig: { PreSignUp: 'a' } }, AdditionalSettings: '{"LambdaConfig":{"Future":"b"}}' },
    { LambdaConfig: { PreSignUp: 'a', Future: 'b' } },
  ],
  [
    'where both speak, the prop does',
    { Settings: { PoolName: 'prop' }, AdditionalSettings: '{"PoolName":"additional"}' },
    { PoolName: 'prop' },
  ],
])('%s', (_title, properties, expected) => {
  expect(declaredIn(properties)).toEqual(expected);
});

test.each<[string, string, string]>([
  ['text that is not JSON', '{"Future":"a "quote""}', 'additionalSettings did not arrive as JSON'],
  ['JSON that is no object', '[1]', 'additionalSettings must be an object'],
])('%s is refused in words that hold none of it', (_title, text, sentence) => {
  const run = () => declaredIn({ AdditionalSettings: text });
  expect(run).toThrow(Problem);
  expect(run).toThrow(sentence);
  expect(run).not.toThrow(/quote""/);
});
