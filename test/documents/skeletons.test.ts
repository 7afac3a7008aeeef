import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { checked } from './support';
import { shapeOf } from '../../local/cognito/validation/model';
import type { Json } from '../../src/core/wire/json';
import { formatPath } from '../../src/core/wire/path';
import type { DocumentFinding } from '../../src/documents';

const errorsIn = (findings: readonly DocumentFinding[]) => findings.filter(({ level }) => level === 'error');
const pathsOf = (findings: readonly DocumentFinding[], which: string) =>
  findings.filter(({ rule }) => rule === which).map(({ path }) => formatPath(path));

/** As `aws cognito-idp <operation> --generate-cli-skeleton` of versions 1 and 2 has printed them. */
const PRINTED = ['update-user-pool.json', 'set-user-pool-mfa-config.json', 'update-user-pool.yaml'];

test.each(PRINTED)('%s has no error, and of each text and number that nobody filled in a note', (name) => {
  const text = readFileSync(join(__dirname, 'skeletons', name), 'utf8');
  const { findings, settings } = checked(text, name);

  expect(errorsIn(findings)).toEqual([]);
  expect(findings[0]).toMatchObject({ level: 'note', rule: 'skeleton', line: 1, column: 1 });
  const empty = text.split('\n').flatMap((line, index) => /: (""|''|0)(,|$| )/.test(line) && !/HistorySize|ValidityDays/.test(line) ? [index + 1] : []);
  expect(findings.filter(({ rule }) => rule === 'placeholder').map(({ line }) => line)).toEqual(empty);
  expect(JSON.stringify(settings)).not.toContain('""');
});

/** What botocore makes of a shape: a word of a choice by chance, an empty text, 0, true, one element, one key `KeyName`. */
function generated(shapeName: string, pick: (words: readonly string[]) => string): Json {
  const shape = shapeOf(shapeName);
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(Object.entries(shape.members ?? {}).map(([name, member]) => [name, generated(member.shape, pick)]));
    case 'list': return [generated(shape.member!.shape, pick)];
    case 'map': return { KeyName: generated(shape.value!.shape, pick) };
    case 'integer': return 0;
    case 'boolean': return true;
    default: return shape.enum ? pick(shape.enum) : '';
  }
}

describe.each(['UpdateUserPoolRequest', 'SetUserPoolMfaConfigRequest'])('whatever the AWS CLI draws for %s', (request) => {
  const skeletons = fc.infiniteStream(fc.nat()).map((stream) => generated(request, (words) => words[stream.next().value! % words.length]));

  test('there is no error in it', () => {
    fc.assert(fc.property(skeletons, (skeleton) => {
      const { findings } = checked(JSON.stringify(skeleton, null, 4), 'a.json');
      expect(errorsIn(findings)).toEqual([]);
    }), { numRuns: 500 });
  });

  test('what rules say of its words alone is an error when nothing is left to fill in', () => {
    const said = new Set<string>();
    fc.assert(fc.property(skeletons, (skeleton) => {
      const { findings, settings } = checked(JSON.stringify(skeleton), 'a.json');
      const doubted = findings.filter(({ sentence }) => sentence.endsWith('(an error once all placeholders are filled in or taken out)'));
      const certain = errorsIn(checked(JSON.stringify(settings), 'a.json').findings).filter(({ rule }) => rule !== 'required');
      expect(certain.map(({ rule }) => rule)).toEqual(doubted.map(({ rule }) => rule));
      for (const { rule } of doubted) said.add(rule);
    }), { numRuns: 500 });
    expect(said.size).toBeGreaterThan(0);
  });
});

test('what is not a skeleton\'s own stays an error beside what is not filled in', () => {
  const { findings } = checked(JSON.stringify({
    PoolName: '',
    MfaConfiguration: 'OFF',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: 'come in' } },
    Policies: { PasswordPolicy: { MinimumLength: 3 } },
  }), 'a.json');

  expect(pathsOf(findings, 'placeholder')).toEqual(['PoolName']);
  expect(errorsIn(findings).map(({ rule }) => rule)).toEqual(['sms-invitation-names-the-user', 'range']);
});

test.each([
  ['a tag without a value', { UserPoolTags: { team: '' } }, []],
  ['a sender without a name', { EmailConfiguration: { From: '' } }, ['EmailConfiguration.From']],
  ['an empty external id', { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: '' } }, ['SmsConfiguration.ExternalId']],
  ['the tag of a skeleton', { UserPoolTags: { KeyName: '' } }, ['UserPoolTags.KeyName']],
])('where all else is filled in, %s is a value', (_, document, doubted) => {
  const { findings, settings } = checked(JSON.stringify(document), 'a.json');
  expect(findings.map(({ level, rule, path }) => [level, rule, formatPath(path)])).toEqual(doubted.map((path) => ['warning', 'empty-text', path]));
  expect(settings).toEqual(document);
});

test('an empty ARN names nothing and declares nothing', () => {
  const { findings, settings } = checked('{ "SmsConfiguration": { "SnsCallerArn": "", "EumsSms": { "CallerArn": "arn:aws:iam::123456789012:role/sms" } } }', 'a.json');
  expect(findings).toEqual([expect.objectContaining({ level: 'warning', rule: 'empty-text', line: 1, column: 41 })]);
  expect(settings).toEqual({ SmsConfiguration: { EumsSms: { CallerArn: 'arn:aws:iam::123456789012:role/sms' } } });
});
