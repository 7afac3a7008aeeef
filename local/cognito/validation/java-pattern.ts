const compiled = new Map<string, RegExp>();

/**
 * The model's patterns are Java's and hold for the whole string. Java's `\s` is ASCII only, so a no-break space is refused
 * where JavaScript's would let it through; all patterns of the model have `\s` inside a class.
 */
export function matchesJavaPattern(pattern: string, value: string): boolean {
  let regex = compiled.get(pattern);
  if (!regex) {
    const dotAll = pattern.startsWith('(?s)');
    const body = (dotAll ? pattern.slice(4) : pattern).replace(/\\s/g, ' \\t\\n\\x0B\\f\\r');
    regex = new RegExp(`^(?:${body})$`, dotAll ? 'us' : 'u');
    compiled.set(pattern, regex);
  }
  return regex.test(value);
}
