/**
 * The API model's patterns are Java's: they hold for the whole value, `\s` is ASCII's white space, a dot is anything but
 * Java's line ends. Unicode classes mean the same in both.
 */
export function javaPattern(source: string): RegExp {
  const isDotAll = source.startsWith('(?s)');
  const translated = source
    .replace(/^\(\?s\)/, '')
    .replace(/\\s/g, ' \\t\\n\\x0B\\f\\r')
    .replace(/(?<!\\)\.(?=[*+])/g, isDotAll ? '[^]' : '[^\\n\\r\\x85\\u2028\\u2029]');
  return new RegExp(`^(?:${translated})$`, 'u');
}
