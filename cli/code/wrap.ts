/** Prose in lines of at most so many characters, broken between words. */
export function wrapped(prose: string, width = 100): string[] {
  return prose.split(' ').reduce<string[]>((lines, word) => {
    const last = lines[lines.length - 1];
    return last !== undefined && last.length + 1 + word.length <= width ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []);
}
