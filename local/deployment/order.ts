import { TemplateError } from './template';

/** For each name, what has to be there before it. */
export type Dependencies = ReadonlyMap<string, ReadonlySet<string>>;

/** Dependencies first; what does not depend on each other stays in the template's order, so that runs can be compared. */
export function dependencyOrder(dependencies: Dependencies): string[] {
  const placed = new Set<string>();
  const left = [...dependencies.keys()];
  while (left.length > 0) {
    const next = left.findIndex((name) => [...dependencies.get(name)!].every((needed) => placed.has(needed)));
    if (next < 0) throw new TemplateError(`Circular dependency between resources: [${onCycle(left, dependencies).join(', ')}]`);
    placed.add(left[next]);
    left.splice(next, 1);
  }
  return [...placed];
}

/** Everything that `name` stands on, directly or not. */
export function standsOn(name: string, dependencies: Dependencies): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (current: string): void => {
    for (const needed of dependencies.get(current) ?? []) {
      if (found.has(needed)) continue;
      found.add(needed);
      visit(needed);
    }
  };
  visit(name);
  return found;
}

/** Who only waits for a cycle is no part of it: the error names those that reach themselves. */
function onCycle(left: readonly string[], dependencies: Dependencies): string[] {
  return left.filter((name) => standsOn(name, dependencies).has(name));
}
