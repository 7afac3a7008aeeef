import type { Node, ScalarNode } from './node';
import type { Document } from './read';
import type { Leaf, Member } from '../core/ledger/member';

type Format = Document['format'];

/** What takes a value for something else than belongs there, and what to write instead. */
export function misread(node: Node, member: Member | undefined, format: Format): string | undefined {
  switch (member?.kind) {
    case 'structure':
    case 'keyed':
      return node.kind === 'object' ? undefined : noneAtAll(node) ?? 'is no map: write its members in { }, each as "Name": value';
    case 'list':
      return node.kind === 'list' ? undefined : noneAtAll(node) ?? 'is no list: write its elements in [ ], separated by commas';
    default:
      return node.kind === 'scalar' ? noneAtAll(node) ?? asLeaf(node, member, format) : member && tooMuch(node, member, format);
  }
}

function noneAtAll(node: Node): string | undefined {
  if (node.kind !== 'scalar') return undefined;
  if (node.value === null) {
    const what = node.source === '' ? 'has no value, which is null' : 'is null';
    return `${what}, and the AWS CLI takes none: give it a value, or take it out and the pool keeps what it has`;
  }
  const isNumber = typeof node.value !== 'number' || Number.isFinite(node.value);
  return isNumber ? undefined : 'is no number that JSON has: put it in quotes, or write a number';
}

function asLeaf(node: ScalarNode, member: Leaf | undefined, format: Format): string | undefined {
  switch (member?.kind) {
    case 'flag': return asFlag(node);
    case 'integer': return asInteger(node);
    case 'text':
    case 'arn': return asText(node, format);
    default: return undefined;
  }
}

/** A text that begins with a placeholder is a map in YAML. */
function tooMuch({ kind }: Node, member: Leaf, format: Format): string {
  const what = kind === 'object' ? 'is a map' : 'is a list';
  const isText = member.kind === 'text' || member.kind === 'arn';
  if (!isText) return `${what}, and a single value belongs here: write it without brackets`;
  const hint = kind === 'object' ? 'a text that begins with { in quotes' : 'a text that begins with [ or - in quotes';
  return `${what}, and text belongs here: ${format === 'yaml' ? `put ${hint}` : 'write it in double quotes'}`;
}

function asFlag({ value, source, isPlain }: ScalarNode): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^(true|false)$/i.test(source)) return 'is text in quotes: write true or false without them';
  return isPlain && /^(yes|no|on|off|y|n)$/i.test(source) ? 'is text in YAML 1.2 and no flag: write true or false' : undefined;
}

function asInteger({ value, source, isPlain }: ScalarNode): string | undefined {
  if (typeof value === 'string' && !isPlain) {
    return /^\s*[-+]?\d+\s*$/.test(value) ? 'is text in quotes: write the number without them' : undefined;
  }
  if (/^[-+]?0[\d_]+$/.test(source)) {
    return 'begins with 0, which makes it octal to some readers and decimal to others: write it without the 0';
  }
  if (/^[-+]?(0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+|\d+_[\d_]*)$/.test(source)) {
    return 'is no plain number to every reader: write it in decimal digits alone';
  }
  const isWhole = typeof value !== 'number' || /^[-+]?\d+$/.test(source);
  return isWhole ? undefined : 'is a fraction to the AWS CLI, even where it is a whole number: write digits alone';
}

function asText({ value, source, isPlain }: ScalarNode, format: Format): string | undefined {
  if (typeof value === 'number') return 'is a number, and text belongs here: put it in quotes';
  if (typeof value === 'boolean') return 'is true or false, and text belongs here: put it in quotes';
  if (format === 'json' || !isPlain) return undefined;
  if (DATE.test(source)) return 'is a date to the AWS CLI, and text belongs here: put it in quotes';
  return NUMBER.test(source) ? 'is a number to the AWS CLI, and text belongs here: put it in quotes' : undefined;
}

/** What the AWS CLI's own reader of YAML takes for something else than text, and the core schema does not. */
const DATE = /^\d{4}-(\d\d-\d\d|\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d.*)$/;
const NUMBER = /^[-+]?(0b[01_]+|0x[\da-fA-F_]+|0o?[0-7_]+|\d[\d_]*(\.[\d_]*)?([eE][-+]?\d+)?)$/;
