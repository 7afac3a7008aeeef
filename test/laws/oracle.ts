import type { Json, JsonObject } from '../../src/core/wire/json';

/** Every value of a document by its path; lists are values. Written apart from the core, in another way. */
export function leavesOf(document: Json, path: readonly string[] = []): Map<string, Json> {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return new Map([[JSON.stringify(path), document]]);
  }
  const entries = Object.entries(document as JsonObject);
  if (entries.length === 0) return new Map([[JSON.stringify(path), {}]]);
  return new Map(entries.flatMap(([name, value]) => [...leavesOf(value, [...path, name])]));
}

/** The key of a leaf. */
export const path = (dotted: string) => JSON.stringify(dotted.split('.'));

/** Whether a leaf lies at or under a dotted path. */
export function isIn(leaf: string, dotted: string): boolean {
  const start = path(dotted).slice(0, -1);
  return leaf === `${start}]` || leaf.startsWith(`${start},`);
}

/** Two names of one setting: what is declared under either is what both have. */
export const MIRRORS: ReadonlyArray<readonly [string, string]> = [
  ['SmsVerificationMessage', 'VerificationMessageTemplate.SmsMessage'],
  ['EmailVerificationMessage', 'VerificationMessageTemplate.EmailMessage'],
  ['EmailVerificationSubject', 'VerificationMessageTemplate.EmailSubject'],
  ['LambdaConfig.PreTokenGeneration', 'LambdaConfig.PreTokenGenerationConfig.LambdaArn'],
  ['AdminCreateUserConfig.UnusedAccountValidityDays', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays'],
].map(([legacy, modern]) => [path(legacy), path(modern)]);

/** Made by the service at a write. */
export const MOVING = [path('LastModifiedDate')];

/** An empty structure holds nothing, and no request may carry it (H12); one of the future goes back as it came. */
export function isNothing(leaf: string, value: Json): boolean {
  return JSON.stringify(value) === '{}' && !leaf.includes('"Future');
}

/** The order of a list means nothing to the service, so neither does it to a law. */
export const alike = (value: Json | undefined) =>
  Array.isArray(value) ? [...value].map((item) => JSON.stringify(item)).sort() : value;

/** What the API cannot have beside what is declared: the only values that go without being named. */
export function excludedBy(declared: JsonObject): (leaf: string) => boolean {
  const sms = declared.SmsConfiguration as JsonObject | undefined;
  const keyType = (declared.KeyConfiguration as JsonObject | undefined)?.KeyType;
  const gone = [
    ...(sms?.EumsSms ? ['SnsCallerArn', 'ExternalId', 'SnsRegion'].map((name) => path(`SmsConfiguration.${name}`)) : []),
    ...(keyType === 'AWS_OWNED_KEY' ? [path('KeyConfiguration.KmsKeyArn')] : []),
  ];
  const eumsGoes = sms?.SnsCallerArn !== undefined;
  return (leaf) => gone.includes(leaf) || (eumsGoes && leaf.startsWith('["SmsConfiguration","EumsSms"'));
}
