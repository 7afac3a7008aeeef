import { liveSettings, youngPaths, type Draft, type Notes } from './draft';
import { ImportedConstructs, kindOf } from './imported';
import type { Code, ListOf, Member, Program } from './tree';
import { enumMember, propType, ROOT_STRUCT } from './types';
import { wrapped } from './wrap';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Member as Row, Members } from '../../src/core/ledger/member';
import { propName } from '../../src/core/ledger/prop-path';
import { fixedMembers, rows } from '../../src/core/ledger/walk';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { memberOf, valueAt, withValueAt, type Path } from '../../src/core/wire/path';

const YOUNG = 'Younger than this library: in the spelling of the API, and not checked.';

/** A draft in words of the props. */
export function programOf({ userPoolId, account, region, comments, settings, notes }: Draft): Program {
  const constructs = constructsIn(settings);
  const known = new Props(notes, constructs).members(settings, LEDGER.members, ROOT_STRUCT, []);
  const additional = additionalSettings(liveSettings(settings, notes));
  return {
    userPoolId,
    account,
    region,
    comments: comments.flatMap((comment) => wrapped(comment)),
    imported: constructs.all,
    props: additional === undefined ? known : [...known, { name: 'additionalSettings', value: anything(additional), comments: [YOUNG] }],
  };
}

function constructsIn(settings: JsonObject): ImportedConstructs {
  const found = new ImportedConstructs();
  for (const { path, member } of rows(LEDGER)) {
    const [kind, arn] = [kindOf(member.prop?.as), valueAt(settings, path)];
    if (kind && typeof arn === 'string') found.add(kind, arn, path);
  }
  return found;
}

/** What has no prop, where it lies. */
function additionalSettings(live: JsonObject): JsonObject | undefined {
  const young = youngPaths(live);
  return young.length === 0 ? undefined : young.reduce<JsonObject>((all, path) => withValueAt(all, path, valueAt(live, path)), {});
}

class Props {
  public constructor(private readonly notes: Notes, private readonly constructs: ImportedConstructs) {}

  public members(settings: JsonObject, members: Members, struct: string, at: Path): Member[] {
    return Object.entries(members).flatMap(([name, row]): Member[] => {
      const [value, path, prop] = [memberOf(settings, name), [...at, name], propName(name, row)];
      if (value === undefined) return [];
      const code = this.code(value, row, propType(struct, prop)?.type, path);
      // Of a struct that has nothing but what is younger, nothing is left here.
      if (code.kind === 'struct' && code.members.length === 0 && isObject(value) && Object.keys(value).length > 0) return [];
      const comments = this.notes.commentsAt(path).flatMap((comment) => wrapped(comment));
      return [{
        name: prop,
        value: code,
        ...comments.length > 0 && { comments },
        ...this.notes.isCommentedOut(path) && { isCommentedOut: true },
      }];
    });
  }

  private code(value: Json, row: Row, type: string | undefined, path: Path): Code {
    const kind = kindOf(row.prop?.as);
    if (kind && typeof value === 'string') return { kind: 'imported', name: this.constructs.nameOf(kind, value) };
    if (row.prop?.as === 'days' && typeof value === 'number') return { kind: 'days', days: value };
    if (row.prop?.as === 'activity') return { kind: 'flag', flag: value === 'ACTIVE' };
    if (row.prop?.as === 'status') return { kind: 'flag', flag: value === 'Enabled' };
    const members = row.kind === 'structure' ? row.members : row.kind === 'keyed' ? fixedMembers(row) : undefined;
    if (members && type && isObject(value)) return { kind: 'struct', type, members: this.members(value, members, type, path) };
    if (row.kind === 'list' && Array.isArray(value)) {
      const items = (value as readonly Json[]).map((item, index) => this.code(item, row.of, type, [...path, String(index)]));
      return { kind: 'list', items, of: elementsOf(row.of, type) };
    }
    if (row.kind === 'choice' && type && typeof value === 'string') return { kind: 'enum', type, member: enumMember(type, value) };
    if (row.kind === 'keyed' && isObject(value)) {
      return { kind: 'map', entries: Object.entries(value).map(([key, inner]) => [key, anything(inner)]), of: 'text' };
    }
    return anything(value);
  }
}

function elementsOf(row: Row, type: string | undefined): ListOf {
  return type ? { type } : row.kind === 'text' ? 'text' : 'anything';
}

/** JSON as it is. */
function anything(value: Json): Code {
  if (isObject(value)) return { kind: 'map', entries: Object.entries(value).map(([key, inner]) => [key, anything(inner)]), of: 'anything' };
  if (Array.isArray(value)) return { kind: 'list', items: (value as readonly Json[]).map(anything), of: 'anything' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  return typeof value === 'boolean' ? { kind: 'flag', flag: value } : { kind: 'text', text: String(value) };
}
