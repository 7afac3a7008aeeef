import { Redactor } from '../../service/redact';

function redact(text: string, ...documents: unknown[]): string {
  const redactor = new Redactor();
  for (const document of documents) redactor.learn(document);
  return redactor.redact(text);
}

test('a quoted value is taken out, whatever it holds', () => {
  expect(
    redact(
      "2 errors: Value 'it's a 'secret'' at 'policies.passwordPolicy' failed to satisfy; Value '' at 'tags.1.member' failed too",
    ),
  ).toBe(
    "2 errors: Value (hidden) at 'policies.passwordPolicy' failed to satisfy; Value (hidden) at 'tags.1.member' failed too",
  );
});

test('values of the request are taken out at any depth', () => {
  expect(
    redact('external-7 and Hello {####} were refused', { SmsConfiguration: { ExternalId: 'external-7' } }, [['Hello {####}']]),
  ).toBe('(hidden) and (hidden) were refused');
});

test('values within JSON text are taken out', () => {
  expect(redact('deep-secret was refused', { AdditionalSettings: '{"Future":{"Inner":["deep-secret"]}}' })).toBe(
    '(hidden) was refused',
  );
});

test('the longest value goes first, and what stands for a value is not searched again', () => {
  expect(redact('secret-long, secret', { a: 'secret', b: 'secret-long', c: 'hidden' })).toBe('(hidden), (hidden)');
});

test('a value that looks like a pattern is taken out as it is written', () => {
  expect(redact('a.*b[c]$ stays away, axxb does not', ['a.*b[c]$'])).toBe('(hidden) stays away, axxb does not');
});

test('short values stay, since they are parts of ordinary words', () => {
  expect(redact('not for you', ['not', 'or'])).toBe('not for you');
});

test('a word is taken out where it is one, and not where it is part of another', () => {
  expect(redact('you are not authorized, identity-based: auth, entity', ['auth', 'entity']))
    .toBe('you are not authorized, identity-based: (hidden), (hidden)');
});

test.each([
  'MFA',
  'COGNITO_DEFAULT',
  'verified_email',
  'phone_number',
  'true',
  'V1_0',
  'us-east-1',
  'us-east-1_AbCdEfGhI',
  'arn:aws:iam::111122223333:role/sms/Sender',
])('%s stays, since no sentence is of use without it', (word) => {
  expect(redact(`refused: ${word}`, [word])).toBe(`refused: ${word}`);
});

test('the ARN of an SES identity is taken out, since it holds an address', () => {
  const arn = 'arn:aws:ses:us-east-1:111122223333:identity/jane@example.com';
  expect(redact(`Email arn ${arn} is not yours`, { SourceArn: arn })).toBe('Email arn (hidden) is not yours');
});

test('an ARN and a pool id stay whole, although a value is part of them', () => {
  const text = 'User: arn:aws:sts::111122223333:assumed-role/shop-function/run may not change us-east-1_shop1 of shop';
  expect(redact(text, ['shop', 'function', 'shop1', '111122223333'])).toBe(
    'User: arn:aws:sts::111122223333:assumed-role/shop-function/run may not change us-east-1_shop1 of (hidden)',
  );
});

test('text without any known value stays as it is', () => {
  expect(redact('User pool us-east-1_x does not exist.')).toBe('User pool us-east-1_x does not exist.');
});
