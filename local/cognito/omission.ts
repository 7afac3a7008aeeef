import { compact, has, object, type Draft, type Json, type JsonObject } from './json';
import { legacyMessages } from './normal-form';
import { keepSystemTags } from './tags';

/** What UpdateUserPool does to a setting that the request leaves out; the docs and the measurements disagree (H1). */
export type OmissionMode = 'asMeasured' | 'allReset' | 'allKept';

/** The docs' own exceptions to "sets it to its default value" (H1, H12). */
const KEPT_BY_THE_DOCS = new Set(['UserPoolTier', 'DcrConfiguration']);

/** Measured in 2026, or read from Terraform's source (H1); what nobody measured goes by the docs. */
const KEPT_AS_MEASURED = new Set([
  ...KEPT_BY_THE_DOCS,
  'Policies.PasswordPolicy',
  'Policies.SignInPolicy',
  'MfaConfiguration',
  'UserAttributeUpdateSettings',
]);

/** The settings that follow from a request; both arguments in normal form. `request` is as it came. */
export function afterOmission(mode: OmissionMode, current: JsonObject, given: JsonObject, request: JsonObject): JsonObject {
  const userTags = given.UserPoolTags ?? (mode === 'allKept' ? current.UserPoolTags : undefined);
  return compact({
    ...mergeMembers(mode, '', current, given),
    Policies: policies(mode, object(current.Policies), object(given.Policies)),
    VerificationMessageTemplate: template(mode, current, given, request),
    UserPoolTags: keepSystemTags(object(current.UserPoolTags), userTags),
  });
}

function keeps(mode: OmissionMode, path: string): boolean {
  switch (mode) {
    case 'allKept': return true;
    case 'allReset': return KEPT_BY_THE_DOCS.has(path);
    case 'asMeasured': return KEPT_AS_MEASURED.has(path);
  }
}

/** A member that is given replaces the whole of what was there, however little of it is given (H9, H1). */
function mergeMembers(mode: OmissionMode, prefix: string, current: JsonObject, given: JsonObject): JsonObject {
  const kept: Draft = {};
  for (const member of Object.keys(current)) {
    if (!has(given, member) && keeps(mode, `${prefix}${member}`)) kept[member] = current[member];
  }
  return compact({ ...kept, ...given });
}

/** The two policies are kept or lost each for itself (H1: also when only the sibling is sent). */
function policies(mode: OmissionMode, current: JsonObject, given: JsonObject): JsonObject | undefined {
  const merged = mergeMembers(mode, 'Policies.', current, given);
  return Object.keys(merged).length === 0 ? undefined : merged;
}

/** A legacy message alone changes one message of a template that is kept. */
function template(mode: OmissionMode, current: JsonObject, given: JsonObject, request: JsonObject): Json | undefined {
  const [before, after] = [current.VerificationMessageTemplate, given.VerificationMessageTemplate];
  if (request.VerificationMessageTemplate !== undefined || !keeps(mode, 'VerificationMessageTemplate')) return after;
  return before === undefined && after === undefined ? undefined : { ...object(before), ...legacyMessages(request) };
}
