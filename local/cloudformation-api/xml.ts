export type Xml = string;

type Value = string | readonly Value[] | { readonly [member: string]: Value };

/** Escaped text, or what has been made of elements already. */
export function element(name: string, inner: string | Raw): Xml {
  return `<${name}>${inner instanceof Raw ? inner.xml : escaped(inner)}</${name}>`;
}

export class Raw {
  constructor(public readonly xml: Xml) {}
}

/** A list as AWS's query protocol writes it. */
export function list(items: readonly Value[]): Raw {
  return new Raw(items.map((item) => element('member', content(item))).join(''));
}

function content(value: Value): string | Raw {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return list(value as readonly Value[]);
  return new Raw(Object.entries(value).map(([name, inner]) => element(name, content(inner))).join(''));
}

function escaped(text: string): Xml {
  return text.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
