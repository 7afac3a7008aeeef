/** IAM's patterns: `*` is any text, also none, and `?` any one character. */
export function matches(pattern: string, text: string): boolean {
  const parts = [...pattern].map((character) => {
    if (character === '*') return '[^]*';
    return character === '?' ? '[^]' : character.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'u').test(text);
}

/** A wildcard does not reach over the colons between the parts of an ARN, but for those of its last part. */
export function matchesArn(pattern: string, arn: string): boolean {
  const [patterns, parts] = [partsOf(pattern), partsOf(arn)];
  return patterns.length === parts.length && patterns.every((part, index) => matches(part, parts[index]));
}

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}
