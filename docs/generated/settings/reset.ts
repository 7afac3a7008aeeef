import { json, propOf } from './members';
import { clearingOf, unitOf } from '../../../src/core/ledger/clearing';
import type { Clearing, Member } from '../../../src/core/ledger/member';
import type { Path } from '../../../src/core/wire/path';
import { renderClear } from '../../../src/synth/render/removal';
import { code } from '../markdown';

/** How `clear` and `onRemoval: RESET_TO_DEFAULT` put the member back to the service's default; what `clear` refuses is asked of it. */
export function resetOf(path: Path, member: Member): string {
  if (path.includes('[]')) return 'with its list';
  const unit = unitOf(path);
  if (unit.length < path.length) return `with ${code(propOf(unit))}`;
  const clearing = clearingOf(path);
  if (clearing.by === 'impossible') return isSaidAbove(path, clearing) ? 'impossible' : `impossible: ${clearing.reason}`;
  const [refusal] = renderClear([propOf(path)], {}).misfits;
  if (!refusal) return way(clearing);
  const reason = refusal.sentence.replace(/^cannot be put back to the default: /, '');
  return member.kind === 'structure' ? `impossible as one: ${reason}` : `${way(clearing)}; \`clear\` refuses it: ${reason}`;
}

function way(clearing: Clearing): string {
  return clearing.by === 'value' ? json(clearing.value) : 'left out';
}

/** A reason that holds for a whole struct is said once. */
function isSaidAbove(path: Path, clearing: Clearing): boolean {
  return path.slice(0, -1).some((_, depth) => clearingOf(path.slice(0, depth + 1)) === clearing);
}
