import { LEDGER } from './ledger';
import type { Member } from './member';
import { rowOf } from './walk';
import type { Path } from '../wire/path';

/** `SnsRegion` is `snsRegion`; the rows say where it is otherwise. */
export function propName(name: string, member: Member | undefined): string {
  return member?.prop?.name ?? name.charAt(0).toLowerCase() + name.slice(1);
}

/** `LambdaConfig.KMSKeyID` is `lambdaConfig.kmsKey`: a path in the words of the props. Keys of maps stay as they are. */
export function propPath(path: Path): Path {
  let member: Member | undefined = LEDGER;
  return path.map((name) => {
    const isKey: boolean = member?.kind === 'keyed' && !member.keys;
    const isIndex = member?.kind === 'list';
    member = member?.kind === 'list' ? member.of : rowOf(member, name);
    return isKey || isIndex ? name : propName(name, member);
  });
}

/** The way back, from dotted props; where there is none, the name that leads nowhere and those that would lead on. */
export function pathOfProps(props: string): { readonly path: Path } | { readonly known: readonly string[]; readonly at: string } {
  let member: Member | undefined = LEDGER;
  const path: string[] = [];
  const names = props.split('.');
  for (let depth = 0; depth < names.length; depth++) {
    // The key of a map is its own name, dots and all.
    if (member?.kind === 'keyed' && !member.keys) return { path: [...path, names.slice(depth).join('.')] };
    const inner: readonly string[] = member ? namesIn(member) : [];
    const name = inner.find((each) => propName(each, rowOf(member, each)) === names[depth]);
    if (name === undefined) return { at: names[depth], known: inner.map((each) => propName(each, rowOf(member, each))) };
    path.push(name);
    member = rowOf(member, name);
  }
  return { path };
}

function namesIn(member: Member): readonly string[] {
  if (member.kind === 'structure') return Object.keys(member.members);
  return member.kind === 'keyed' ? Object.keys(member.keys ?? {}) : [];
}
