import type { Template } from './lives';
import { excludedBy, isIn, MIRRORS, path } from './oracle';
import { settingsIn, type State } from './state';
import type { OnRemoval } from '../../src/core/wire/contract';
import type { Json } from '../../src/core/wire/json';

/** What a pool shall have after an event, worked out leaf by leaf: a second opinion of merge, release and put-back. */
export interface Event {
  readonly desired: Template | undefined;
  readonly former: Template | undefined;
  readonly onRemoval: OnRemoval;
  /** The pool when it was captured, after the former template was met, and now. */
  readonly was: State;
  readonly ours: State;
  readonly now: State;
}

const SENDERS = ['LambdaConfig.CustomSMSSender', 'LambdaConfig.CustomEmailSender'];
const SENDERS_KEY = path('LambdaConfig.KMSKeyID');
const SNS = path('SmsConfiguration.SnsCallerArn');
const [KEY_TYPE, KEY] = [path('KeyConfiguration.KeyType'), path('KeyConfiguration.KmsKeyArn')];
/** Any value switches device remembering on, and the service fills in the other one (H17). */
const DEVICES = ['ChallengeRequiredOnNewDevice', 'DeviceOnlyRememberedOnUserPrompt']
  .map((name) => path(`DeviceConfiguration.${name}`));
/** Set and taken off as one. */
const WHOLE = [
  'PreTokenGenerationConfig', 'CustomSMSSender', 'CustomEmailSender', 'InboundFederation',
].map((name) => `LambdaConfig.${name}`).concat([1, 2, 3, 4].map((level) => `AcrConfiguration.Level${level}`));

const unitOf = (leaf: string): string | undefined => WHOLE.find((whole) => isIn(leaf, whole));
/** Also one that nobody knows yet. */
const isTrigger = (leaf: string) => isIn(leaf, 'LambdaConfig') && leaf !== SENDERS_KEY;

/** What a template says of one leaf: a value, that it shall be off, or nothing. */
function wordOf({ Settings, Clear }: Template): (leaf: string) => { readonly value?: Json } | undefined {
  const { PoolName, ...rest } = Settings;
  const declared = settingsIn({ ...rest, ...(PoolName !== undefined && { PoolName }) });
  const isExcluded = excludedBy(Settings);
  const raw = leavesSaid(Settings);
  const cleared = Clear.map((each) => MIRRORS.find(([legacy]) => legacy === JSON.stringify(each))?.[1] ?? JSON.stringify(each))
    .map((each) => JSON.parse(each) as string[]);
  const isCleared = (leaf: string) => cleared.some((each) => {
    const whole = WHOLE.find((unit) => isIn(JSON.stringify(each), unit));
    return isIn(leaf, whole ?? each.join('.'));
  });
  // What AWS tagged is nobody's to clear (H12).
  const isAws = (leaf: string) => leaf.startsWith('["UserPoolTags","aws:');
  return (leaf) => {
    if (isAws(leaf)) return undefined;
    if (declared.has(leaf)) return { value: declared.get(leaf) };
    return raw.has(leaf) || isCleared(leaf) || isExcluded(leaf) ? {} : undefined;
  };
}

/** Declared defaults are in no state, and are declared all the same. */
function leavesSaid(settings: Template['Settings']): Set<string> {
  const said = new Set<string>();
  const walk = (value: Json, at: readonly string[]) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      Object.entries(value).forEach(([name, inner]) => walk(inner as Json, [...at, name]));
    } else {
      const leaf = JSON.stringify(at);
      said.add(MIRRORS.find(([legacy]) => legacy === leaf)?.[1] ?? leaf);
    }
  };
  walk(settings, []);
  return said;
}

export function stateAfter({ desired, former, onRemoval, was, ours, now }: Event): State {
  const nothing = () => undefined;
  const [wants, wanted] = [desired ? wordOf(desired) : nothing, former ? wordOf(former) : nothing];
  const declared: State = desired ? settingsIn(desired.Settings) : new Map();
  const everywhere = [...new Set([was, ours, now, declared].flatMap((state) => [...state.keys()]))];
  const together = (leaf: string) => {
    const unit = unitOf(leaf);
    return unit === undefined ? [leaf] : everywhere.filter((other) => isIn(other, unit));
  };
  const isSame = (a: State, b: State) => (leaf: string) => JSON.stringify(a.get(leaf)) === JSON.stringify(b.get(leaf));

  // Where there was none, what we switched on goes as a whole, if nobody has added to it; else a flag of ours is lowered.
  const hadNoDevices = onRemoval === 'RESET_TO_DEFAULT'
    || (onRemoval === 'RESTORE_PREVIOUS' && !DEVICES.some((leaf) => was.has(leaf)));
  const isDeclared = (leaf: string) => wanted(leaf)?.value !== undefined;
  const devicesGo = hadNoDevices && DEVICES.some(isDeclared) && !DEVICES.some((leaf) => wants(leaf))
    && DEVICES.every((leaf) => now.get(leaf) === (wanted(leaf)?.value ?? false));

  const valueOf = (leaf: string): Json | undefined => {
    const word = wants(leaf);
    if (word) return word.value;
    if (DEVICES.includes(leaf) && devicesGo) return undefined;
    // Of what goes as one, the version is a setting of its own while the function is declared by its older name (H10).
    const isPart = together(leaf).some((each) => wants(each));
    const unit = isPart ? [leaf] : together(leaf);
    const isDropped = unit.some((each) => wanted(each)) && !unit.some((each) => wants(each));
    if (!isDropped || !unit.every(isSame(ours, now))) return now.get(leaf);
    if (DEVICES.includes(leaf) && hadNoDevices && isDeclared(leaf)) return false;
    switch (onRemoval) {
      case 'RESET_TO_DEFAULT': return undefined;
      case 'RESTORE_PREVIOUS': return was.get(leaf);
      case 'RETAIN': return !isPart && isTrigger(leaf) && unit.some((each) => wanted(each)?.value !== undefined) ? undefined : now.get(leaf);
    }
  };
  const after = new Map(everywhere.flatMap((leaf): [string, Json][] => {
    const value = valueOf(leaf);
    return value === undefined ? [] : [[leaf, value]];
  }));

  // What is put back takes off what cannot stand beside it (R11), whosever it is.
  const isBack = (leaf: string) => after.has(leaf) && !now.has(leaf) && !wants(leaf);
  const takeOff = (isGone: (leaf: string) => boolean) => [...after.keys()].filter(isGone).forEach((leaf) => after.delete(leaf));
  const isEums = (leaf: string) => isIn(leaf, 'SmsConfiguration.EumsSms');
  const isEumsBack = [...after.keys()].some((leaf) => isEums(leaf) && isBack(leaf)) && ![...now.keys()].some(isEums);
  if (isBack(SNS)) takeOff(isEums);
  else if (isEumsBack) takeOff((leaf) => isIn(leaf, 'SmsConfiguration') && !isEums(leaf));
  if (!after.has(KEY_TYPE)) after.delete(KEY);

  // One key for both senders: it goes with the last of them, and not before (H11).
  const isSending = (state: State) => [...state.keys()].some((leaf) => SENDERS.some((sender) => isIn(leaf, sender)));
  const key = now.get(SENDERS_KEY);
  if (wants(SENDERS_KEY)?.value === undefined) {
    const kept = key ?? was.get(SENDERS_KEY);
    if (isSending(after) && !after.has(SENDERS_KEY) && kept !== undefined) after.set(SENDERS_KEY, kept);
    if (!isSending(after) && isSending(now) && after.get(SENDERS_KEY) === key) after.delete(SENDERS_KEY);
  }
  return after;
}

/** What the service fills in beside what is declared: the other flag of devices (H17), the version of a trigger (H10). */
export function isFilledIn(leaf: string, value: Json | undefined): boolean {
  return (isIn(leaf, 'DeviceConfiguration') && value === false)
    || leaf === path('LambdaConfig.PreTokenGenerationConfig.LambdaVersion');
}
