/** Those first that others need; a circle, which CloudFormation would refuse, is left as it is written. */
export function dependencyOrder(names: readonly string[], needs: (name: string) => ReadonlySet<string>): readonly string[] {
  const placed = new Set<string>();
  const left = [...names];
  while (left.length > 0) {
    const next = left.findIndex((name) => [...needs(name)].every((needed) => placed.has(needed) || !left.includes(needed)));
    const [name] = left.splice(Math.max(0, next), 1);
    placed.add(name);
  }
  return [...placed];
}
