import { isObject, type Json } from '../../src/core/wire/json';

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

/** Every name that a value refers to. */
export function references(value: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: Json): void => {
    if (Array.isArray(part)) {part.forEach((item: Json) => visit(item));} else if (isObject(part)) {
      Object.entries(part).forEach(([name, inner]) => {
        if (name === 'Ref') found.add(String(inner));
        if (name === 'Fn::GetAtt') found.add(String([inner].flat()[0]).split('.')[0]);
        if (name === 'Fn::Sub') namesIn(String([inner].flat()[0])).forEach((each) => found.add(each));
        visit(inner);
      });
    }
  };
  visit(value);
  return found;
}

/** The resources and parameters that a text of Fn::Sub names. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\$\{([^!}.]+)/g)].map(([, name]) => name.trim());
}
