import { LEDGER } from './ledger';
import type { Member } from './member';
import { rowOf } from './walk';
import type { Path } from '../wire/path';

/** `SnsRegion` is `snsRegion`; the rows say where it is otherwise. */
export function propName(name: string, member: Member | undefined): string {
  return member?.prop?.name ?? name[0].toLowerCase() + name.slice(1);
}

/** `LambdaConfig.KMSKeyID` is `lambdaConfig.kmsKey`: a path in the words of the props. Keys of maps stay as they are. */
export function propPath(path: Path): Path {
  let member: Member | undefined = LEDGER;
  return path.map((name) => {
    const isKey: boolean = member?.kind === 'keyed' && !member.keys;
    const isIndex = member?.kind === 'list';
    member = member?.kind === 'list' ? member.of : rowOf(member, name);
    return isKey || isIndex || name === '' ? name : propName(name, member);
  });
}
