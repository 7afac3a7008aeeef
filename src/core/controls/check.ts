import type { Control, ControlFinding, Demand, KnownSettings, Scope } from './control';
import { CONTROLS } from './controls';
import { settingAt } from './setting';
import { brokenSentence, type Breach } from './words';
import { parsePath } from '../wire/path';

/** At most one finding for each control. What nobody knows breaks nothing. */
export function controlFindings(known: KnownSettings, controls: readonly Control[] = CONTROLS): ControlFinding[] {
  return controls.flatMap((control) => findingOf(control, known));
}

function findingOf(control: Control, known: KnownSettings): ControlFinding[] {
  if (!isInScope(control.scope, known)) return [];
  const breaches = control.demands.flatMap((demand) => breachOf(demand, known));
  if (breaches.length === 0) return [];
  return [{ id: control.id, level: control.level, path: breaches[0].setting.path, sentence: brokenSentence(control, breaches) }];
}

function isInScope(scope: Scope | undefined, known: KnownSettings): boolean {
  if (!scope) return true;
  const setting = settingAt(known, parsePath(scope.path));
  return setting !== undefined && scope.includes(setting.value);
}

function breachOf(demand: Demand, known: KnownSettings): Breach[] {
  const setting = settingAt(known, parsePath(demand.path));
  return setting && demand.breaks(setting.value) ? [{ demand, setting }] : [];
}
