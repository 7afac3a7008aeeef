import { EXAMPLES, TOKEN } from './examples';
import { checkDeclared, checkMerged } from '../../../src/core/rules/check';
import { RULE_EVIDENCE } from '../../../src/core/rules/evidence';
import { RULES } from '../../../src/core/rules/rules';
import type { Json, JsonObject } from '../../../src/core/wire/json';
import { parsePath, withValueAt } from '../../../src/core/wire/path';

const POOL = 'us-east-1_Example1';
const isToken = (value: Json) => value === TOKEN;

const levelsAtSynth = (rule: string, settings: JsonObject) =>
  checkDeclared(POOL, settings, isToken).filter((finding) => finding.rule === rule).map(({ level }) => level);
const sentences = (rule: string, settings: JsonObject) => [
  ...checkDeclared(POOL, settings, isToken), ...checkMerged(POOL, settings, Object.keys(settings).map((name) => [name])),
].filter((finding) => finding.rule === rule).map(({ sentence }) => sentence);
const levelsAtDeploy = (rule: string, settings: JsonObject) =>
  checkMerged(POOL, settings, Object.keys(settings).map((name) => [name])).filter((finding) => finding.rule === rule).map(({ level }) => level);

test('every rule has its evidence, and every evidence its rule', () => {
  expect(Object.keys(RULE_EVIDENCE).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

test('every rule has its examples, and every example its rule', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

describe.each(Object.entries(EXAMPLES))('%s', (rule, { good, bad, token, says, atSynth = 'error', atDeploy }) => {
  const expected = (level: string) => level === 'silent' ? [] : [level];

  test('says nothing of settings that keep it', () => {
    expect(levelsAtSynth(rule, good)).toEqual([]);
    expect(levelsAtDeploy(rule, good)).toEqual([]);
  });

  test('finds what breaks it at synth, or leaves it to the pool', () => {
    expect(levelsAtSynth(rule, bad)).toEqual(expected(atSynth));
  });

  test('finds what breaks it on the merged pool, or leaves it to the service', () => {
    expect(levelsAtDeploy(rule, bad)).toEqual(expected(atDeploy ?? (atSynth === 'error' ? 'error' : 'silent')));
  });

  test('takes a token for unknown, never for wrong', () => {
    expect(levelsAtSynth(rule, token).filter((level) => level === 'error')).toEqual([]);
  });

  test('says what to do', () => {
    expect(sentences(rule, bad).join()).toContain(says);
  });

  test('is not asked of settings that it does not read', () => {
    expect(levelsAtSynth(rule, { PoolName: 'x' })).toEqual([]);
    expect(checkMerged(POOL, bad, [['PoolName']])).toEqual([]);
  });
});

test.each<[string, JsonObject]>([
  ['one-sms-sender', { SmsConfiguration: { SnsCallerArn: TOKEN, EumsSms: { CallerArn: TOKEN } } }],
  ['one-mfa-sms-sender', { SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: TOKEN, EumsSms: { CallerArn: TOKEN } } } }],
  ['customer-key-needs-arn', { KeyConfiguration: { KeyType: 'AWS_OWNED_KEY', KmsKeyArn: TOKEN } }],
])('%s: a role or a key of the app is there, whatever its ARN will be', (rule, settings) => {
  expect(levelsAtSynth(rule, settings)).toEqual(['error']);
});

test('a feature whose plan only the pool knows is a warning at synth', () => {
  expect(levelsAtSynth('threat-protection-needs-plus', { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })).toEqual(['warning']);
});

test('the plan of a pool that does not say it is not guessed', () => {
  expect(checkMerged(POOL, { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }, [['UserPoolAddOns']])).toEqual([]);
});

test('no sentence carries a value', () => {
  const secret = 'sécret-value';
  const findings = checkDeclared(POOL, {
    SmsVerificationMessage: secret, SmsAuthenticationMessage: `${secret} {###}`, UserPoolTags: { 'aws:x': secret }, PoolName: `${secret}!`,
  });
  expect(findings).toHaveLength(4);
  expect(findings.map(({ sentence }) => sentence).join()).not.toContain(secret);
});

/** JavaScript has no types, and neither has a document: the constraints say what is wrong with the kind of a value, no rule breaks on it. */
const OF_ANY_KIND: readonly Json[] = ['text', 5, true, [], ['text'], [5], {}, { Name: 5 }];

test.each(RULES.map(({ id, reads }) => [id, reads] as const))('%s takes values of any kind', (_, reads) => {
  for (const first of OF_ANY_KIND) {
    for (const others of OF_ANY_KIND) {
      const settings = reads.reduce<JsonObject>((document, read, index) => withValueAt(document, parsePath(read), index ? others : first), {});
      expect(() => checkDeclared(POOL, settings, isToken)).not.toThrow();
    }
  }
});
