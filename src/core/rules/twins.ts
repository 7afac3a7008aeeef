import type { Rule } from './rule';
import { propPath } from '../ledger/prop-path';
import { TWINS } from '../ledger/twins';
import { equal } from '../plan/canonical';
import { formatPath, parsePath, type Path } from '../wire/path';

/** What SetUserPoolMfaConfig carries of the pool's own settings. */
const SHARED = ['SmsConfiguration', 'SmsAuthenticationMessage'].map((name) => ({ legacy: ['SmsMfaConfiguration', name], modern: parsePath(name) }));

const kebab = (path: Path) => path[path.length - 1].replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
const inProps = (path: Path) => formatPath(propPath(path));

function agree({ legacy, modern }: { legacy: Path; modern: Path }): Rule {
  return {
    id: `${legacy[0] === 'SmsMfaConfiguration' ? 'mfa-' : ''}${kebab(legacy)}-is-one-setting`,
    reads: [formatPath(legacy), formatPath(modern)],
    check: (old, young) => old !== undefined && young !== undefined && !equal(old, young)
      ? `and ${inProps(modern)} are one setting under two names and differ: declare ${inProps(modern)} alone`
      : undefined,
  };
}

export const ONE_SETTING: readonly Rule[] = [...TWINS, ...SHARED].map(agree);
