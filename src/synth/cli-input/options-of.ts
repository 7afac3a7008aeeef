import { Duration } from 'aws-cdk-lib';
import type { Imports } from './imports';
import { LEDGER } from '../../core/ledger/ledger';
import { structure, type Member, type Rendering, type Structure } from '../../core/ledger/member';
import { propName } from '../../core/ledger/prop-path';
import { fixedMembers, rowOf } from '../../core/ledger/walk';
import { isObject, type Json, type JsonObject } from '../../core/wire/json';
import { withValueAt, type Path } from '../../core/wire/path';
import type { UserPoolSettingsOptions } from '../../options';

/** What a document says, in the words of the props. */
export interface InProps {
  readonly options: UserPoolSettingsOptions;
  /** Members younger than this version, in the API's words. */
  readonly additionalSettings: JsonObject;
  readonly misfits: readonly { readonly path: Path; readonly sentence: string }[];
}

const IN_A_LIST = 'is no member that this version knows, in a list that it can only send as a whole: take it out';

/** Wire to props, the way back of rendering: each row names its prop, and the CDK type that the member's value becomes. */
export function optionsOf(settings: JsonObject, imports: () => Imports): InProps {
  const misfits: { path: Path; sentence: string }[] = [];
  let additionalSettings: JsonObject = {};
  const options = structureOf(settings, LEDGER, []);
  return { options, additionalSettings, misfits };

  function structureOf(value: JsonObject, of: Structure, at: Path): object {
    return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => {
      const row = rowOf(of, name);
      const path = [...at, name];
      if (row) return [[propName(name, row), valueOf(inner, row, path)]];
      additionalSettings = withValueAt(additionalSettings, path, inner);
      return [];
    }));
  }

  function valueOf(value: Json, row: Member, at: Path): unknown {
    if (row.prop?.as) return converted(value, row.prop.as, at);
    switch (row.kind) {
      case 'structure': return structureOf(value as JsonObject, row, at);
      case 'keyed': {
        const members = fixedMembers(row);
        return members ? structureOf(value as JsonObject, structure(members), at) : value;
      }
      case 'list': return (value as readonly Json[]).map((item, index) => itemOf(item, row.of, [...at, String(index)]));
      default: return value;
    }
  }

  /** A list goes as a whole: what is beside it would not come into its elements. */
  function itemOf(item: Json, row: Member, at: Path): unknown {
    if (row.kind !== 'structure' || !isObject(item)) return valueOf(item, row, at);
    for (const name of Object.keys(item).filter((each) => !rowOf(row, each))) {
      misfits.push({ path: [...at, name], sentence: IN_A_LIST });
    }
    return structureOf(Object.fromEntries(Object.entries(item).filter(([name]) => rowOf(row, name))), row, at);
  }

  function converted(value: Json, as: Rendering, at: Path): unknown {
    switch (as) {
      case 'functionArn': return imported(at, 'a function', () => imports().lambdaFunction(value as string));
      case 'roleArn': return value === '' ? undefined : imported(at, 'a role', () => imports().role(value as string));
      case 'keyArn': return imported(at, 'a key', () => imports().key(value as string));
      case 'activity': return value === 'ACTIVE';
      case 'status': return value === 'Enabled';
      case 'days': return Duration.days(value as number);
    }
  }

  function imported<T>(at: Path, kind: string, make: () => T): T | undefined {
    try {
      return make();
    } catch {
      misfits.push({ path: at, sentence: `is an ARN, and not of ${kind}: give that of ${kind}` });
      return undefined;
    }
  }
}
