/** The text below each heading of API.md up to the next one, by the id that jsii-docgen gives the heading. */
export function sectionsOf(markdown: string): ReadonlyMap<string, string> {
  const heading = /^#{1,6} .*<a name="[^"]*" id="([^"]*)"><\/a>$/gm;
  const found = [...markdown.matchAll(heading)];
  return new Map(found.map((match, index) => [match[1], markdown.slice(match.index + match[0].length, found[index + 1]?.index)]));
}
