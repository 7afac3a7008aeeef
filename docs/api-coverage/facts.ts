import type { Assembly, TypeReference } from './assembly';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Member, Members } from '../../src/core/ledger/member';
import { propName } from '../../src/core/ledger/prop-path';
import { fixedMembers } from '../../src/core/ledger/walk';

/** What the ledger knows of a prop that its documentation has to say. */
export interface Fact {
  /** The API members that it is: a struct that stands in two places has two. */
  readonly apiMembers: readonly string[];
  /** The ends of its range, as they are written in a text. */
  readonly numbers: readonly string[];
}

/** By `Struct.prop`, for every prop that a setting can be reached by. */
export function factsOf(assembly: Assembly): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  const options = `${assembly.name}.UserPoolSettingsOptions`;
  if (!assembly.types?.[options]) throw new Error(`${options} is not in the assembly`);
  visit(options, LEDGER.members, '');
  return facts;

  function visit(fqn: string | undefined, members: Members, under: string): void {
    for (const { name: prop, type } of fqn === undefined ? [] : assembly.types?.[fqn]?.properties ?? []) {
      const row = Object.entries(members).find(([name, member]) => propName(name, member) === prop);
      if (!row) continue;
      const [name, member] = row;
      const [key, path] = [`${fqn!.slice(assembly.name.length + 1)}.${prop}`, `${under}${name}`];
      facts.set(key, { apiMembers: [...facts.get(key)?.apiMembers ?? [], path], numbers: numbersOf(member) });
      descend(type, member, path);
    }
  }

  function descend(type: TypeReference | undefined, member: Member, path: string): void {
    if (member.kind === 'structure') visit(type?.fqn, member.members, `${path}.`);
    if (member.kind === 'keyed') visit(type?.fqn, fixedMembers(member) ?? {}, `${path}.`);
    if (member.kind === 'list') descend(type?.collection?.elementtype, member.of, `${path}[]`);
  }
}

/** Nothing is said of a lower end of 0, nor of the length of an ARN, which a construct has. */
function numbersOf(member: Member): string[] {
  switch (member.kind) {
    case 'text':
    case 'integer':
    case 'list': return numbers(member.min, member.max);
    case 'arn': return member.prop?.as ? [] : numbers(member.min, member.max);
    case 'keyed': return [...numbers(member.keyMin, member.keyMax), ...numbersOf(member.of)];
    default: return [];
  }
}

function numbers(min = 0, max?: number): string[] {
  return [min, max ?? 0].filter((end) => end > 0).map((end) => end.toLocaleString('en-US'));
}
