import { toCamelCase } from 'codemaker/lib/case-utils';
import { capitalized } from './literals';
import type { Imported } from './tree';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Rendering } from '../../src/core/ledger/member';
import { propPath } from '../../src/core/ledger/prop-path';
import { rowAt } from '../../src/core/ledger/walk';
import type { Path } from '../../src/core/wire/path';

const KINDS: Partial<Record<Rendering, Imported['kind']>> = { functionArn: 'function', roleArn: 'role', keyArn: 'key' };

export const kindOf = (as: Rendering | undefined): Imported['kind'] | undefined => as && KINDS[as];

/** What settings name by an ARN and CDK by a construct, each once, under the names that a person would give them. */
export class ImportedConstructs {
  private readonly paths = new Map<string, { readonly kind: Imported['kind']; readonly arn: string; readonly paths: Path[] }>();
  private named: ReadonlyMap<string, Imported> | undefined;

  public add(kind: Imported['kind'], arn: string, path: Path): void {
    const known = this.paths.get(`${kind} ${arn}`);
    if (known) known.paths.push(path);
    else this.paths.set(`${kind} ${arn}`, { kind, arn, paths: [path] });
  }

  public get all(): readonly Imported[] {
    return [...this.byArn().values()];
  }

  public nameOf(kind: Imported['kind'], arn: string): string {
    return this.byArn().get(`${kind} ${arn}`)!.name;
  }

  private byArn(): ReadonlyMap<string, Imported> {
    if (this.named) return this.named;
    const taken = new Set<string>();
    const named = [...this.paths].map(([key, { kind, arn, paths }]): [string, Imported] => {
      const name = free(nameFor(kind, arn, paths), taken);
      taken.add(name);
      return [key, { name, id: capitalized(name), kind, arn }];
    });
    return this.named = new Map(named);
  }
}

/** A function is named after what calls it; one that serves several, after itself. */
function nameFor(kind: Imported['kind'], arn: string, paths: readonly Path[]): string {
  if (kind === 'role') return 'smsRole';
  if (kind === 'key') return rowAt(LEDGER, paths[0])?.serves ? 'sendersKey' : 'poolKey';
  const triggers = [...new Set(paths.map((path) => propPath(path)[1].replace(/Config$/, '')))];
  const own = toCamelCase((arn.split(':')[6] ?? '').replace(/[^A-Za-z0-9]+/g, '-'));
  return triggers.length > 1 && /^[a-z]/.test(own) ? `${own.replace(/Function$/, '')}Function` : triggers[0];
}

function free(name: string, taken: ReadonlySet<string>): string {
  let [candidate, number] = [name, 1];
  while (taken.has(candidate)) candidate = `${name}${++number}`;
  return candidate;
}
