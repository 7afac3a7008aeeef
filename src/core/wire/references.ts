import { isObject, type Json } from './json';

/** Every name that a value of a template refers to. */
export function references(value: Json): ReadonlySet<string> {
  return new Set(namesIn(value));
}

function namesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => namesIn(item));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const [first] = [inner].flat() as readonly Json[];
    switch (name) {
      case 'Ref': return [String(inner)];
      case 'Fn::GetAtt': return [String(first).split('.')[0]];
      case 'Fn::Sub': return [...namesInText(String(first)), ...namesIn(inner)];
      default: return namesIn(inner);
    }
  });
}

/** The resources and parameters that a text of Fn::Sub names. */
function namesInText(text: string): string[] {
  return [...text.matchAll(/\$\{([^!}.]+)/g)].map(([, name]) => name.trim());
}
