import type { Control, Demand } from './control';
import type { Setting } from './setting';
import { LEDGER } from '../ledger/ledger';
import { propPath } from '../ledger/prop-path';
import { rowAt } from '../ledger/walk';
import { formatPath } from '../wire/path';

/** A demand and the setting that does not meet it. */
export interface Breach {
  readonly demand: Demand;
  readonly setting: Setting;
}

/** What is, what is asked for and what to do, for each setting that is not as it should be. */
export function brokenSentence({ id, scope }: Control, breaches: readonly Breach[]): string {
  const where = scope ? ` while ${scope.says}` : '';
  return breaches.map(({ demand, setting }) => {
    const prop = formatPath(propPath(setting.path));
    return `${prop} ${state(setting)}${where}, and ${id} asks for ${demand.asks}: ${demand.remedy}`;
  }).join('; ');
}

function state(setting: Setting): string {
  if (setting.value === undefined) return 'is not given';
  return `is ${shown(setting)}${setting.isGiven ? '' : ' unless given'}`;
}

/** The value as the prop has it. */
function shown({ path, value }: Setting): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (rowAt(LEDGER, path)?.prop?.as) {
    case 'days': return `${text} days`;
    case 'activity': return String(text === 'ACTIVE' || text === 'true');
    default: return text;
  }
}
