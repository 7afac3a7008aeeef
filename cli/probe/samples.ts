import type { Needed } from './given';
import { OWN_VALUES, type Place } from './own-values';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Choice, Integer, List, Member, Members, Structure, Text } from '../../src/core/ledger/member';
import { fixedMembers } from '../../src/core/ledger/walk';
import { equal } from '../../src/core/plan/canonical';
import { checkDeclared } from '../../src/core/rules/check';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { formatPath, valueAt, withValueAt, type Path } from '../../src/core/wire/path';

/** A value for a setting that differs from what a new pool has, as far as its row tells one. */
export interface Sample {
  readonly value?: Json;
  /** What options would have made it fuller. */
  readonly lacks: readonly Needed[];
}

/** `beside` is what stands beside the setting, for the rules that ask for it. */
export function sampleOf(name: string, newPool: JsonObject, beside: JsonObject, place: Place): Sample {
  const sampler = new Sampler(newPool, beside, place);
  const value = sampler.sample(LEDGER.members[name], [name]);
  return { value, lacks: [...sampler.lacks] };
}

class Sampler {
  readonly lacks = new Set<Needed>();

  constructor(private readonly newPool: JsonObject, private readonly beside: JsonObject, private readonly place: Place) {}

  sample(member: Member, path: Path): Json | undefined {
    if (member.echo === 'never') return undefined;
    const own = OWN_VALUES[formatPath(path)];
    if (own) return own(this.place);
    const needed = neededBy(member);
    if (needed !== undefined) {
      const named = this.place.given[needed];
      if (named === undefined) this.lacks.add(needed);
      if (named === undefined || member.kind === 'arn') return named;
    }
    switch (member.kind) {
      case 'structure': return this.members(member.members, member, path);
      case 'keyed': return this.members(fixedMembers(member) ?? {}, member, path);
      case 'list': return this.list(member, path);
      case 'flag': return this.usual(member, path) !== true;
      case 'integer': return this.integer(member, path);
      case 'choice': return this.choice(member, path);
      default: return this.text(member, path);
    }
  }

  /** What is required, and then whatever the rules let stand beside what is there already. */
  private members(members: Members, { onByPresence, ...member }: Member, path: Path): Json | undefined {
    const values = Object.fromEntries(Object.entries(members)
      .map(([name, row]): [string, Json | undefined] => [name, this.sample(row, [...path, name])])
      .filter((entry): entry is [string, Json] => entry[1] !== undefined));
    const required = (member as Partial<Structure>).required ?? [];
    if (required.some((name) => !Object.hasOwn(values, name))) return undefined;

    let chosen: JsonObject = Object.fromEntries(required.map((name) => [name, values[name]]));
    for (let before = -1; before < Object.keys(chosen).length;) {
      before = Object.keys(chosen).length;
      for (const [name, value] of Object.entries(values)) {
        const more = { ...chosen, [name]: value };
        if (this.isAllowed(more, path)) chosen = more;
      }
    }
    const unused = Object.entries(members).filter(([, { serves }]) => serves?.every((name) => !Object.hasOwn(chosen, name)));
    chosen = unused.reduce((rest, [name]) => withValueAt(rest, [name], undefined), chosen);
    return Object.keys(chosen).length > 0 || onByPresence ? chosen : undefined;
  }

  private list({ of }: List, path: Path): Json | undefined {
    const item = this.sample(of, path);
    return item === undefined ? undefined : [item];
  }

  private integer({ min = 0, max = Infinity, ...member }: Integer, path: Path): number {
    const usual = this.usual(member as Member, path);
    if (typeof usual !== 'number') return min;
    return usual + 5 <= max ? usual + 5 : usual - 1;
  }

  /** The last is the strongest, or at least the one that asks for nothing. */
  private choice(member: Choice, path: Path): Json | undefined {
    const usual = this.usual(member, path);
    return [...member.values].reverse().find((value) => !equal(value, usual)) ?? member.values[0];
  }

  private text(_member: Text, path: Path): Json | undefined {
    const word = ['probe', ...path.slice(0, -1).slice(-1)].join('-');
    return [word, `${word} {####}`, `${word} {username} {####}`, 'probe@example.com'].find((text) => this.isAllowed(text, path));
  }

  private usual({ default: standard, clear }: Member, path: Path): Json | undefined {
    return valueAt(this.newPool, path) ?? (clear?.by === 'value' ? clear.value : standard);
  }

  private isAllowed(value: Json, path: Path): boolean {
    const inside = valueAt(this.beside, path);
    const document = withValueAt(this.beside, path, isObject(inside) && isObject(value) ? { ...inside, ...value } : value);
    return checkDeclared(undefined, document, () => false, 'whole').every(({ level }) => level !== 'error');
  }
}

const BY_RENDERING: Readonly<Record<string, Needed>> = { functionArn: 'function', roleArn: 'smsRole', keyArn: 'kmsKey' };

/** An ARN that no type of CDK stands for is that of an identity; sending by it is what needs the service-linked role. */
function neededBy(member: Member): Needed | undefined {
  if (member.kind === 'arn') return BY_RENDERING[member.prop?.as ?? ''] ?? 'sesIdentity';
  return member.needs === 'emailServiceLinkedRole' ? 'sesIdentity' : undefined;
}
