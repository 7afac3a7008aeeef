import { cut, shown, wrap } from '../../../local/demo/text';

test('of an ARN its end is shown', () => {
  expect(shown('arn:aws:lambda:us-east-1:123456789012:function:pre-sign-up')).toBe('…pre-sign-up');
});

test('a value is one line, whatever it holds', () => {
  expect(shown('two\r\nlines\u001b')).toBe('two lines ');
  expect(shown([{ Priority: 1, Name: 'verified_email' }])).toBe('[1 verified_email]');
  expect(shown(false)).toBe('false');
});

test('text is cut between characters', () => {
  expect(cut('😀😀😀', 2)).toBe('😀…');
});

test('a sentence is broken between words, and a word that is too long stands alone', () => {
  expect(wrap('a sentence with incomprehensibilities in it', 12))
    .toEqual(['a sentence', 'with', 'incomprehensibilities', 'in it']);
});
