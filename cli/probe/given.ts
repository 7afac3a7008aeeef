import type { JsonObject } from '../../src/core/wire/json';

/** What some settings need and the tool cannot make up, by the options that name it. */
export interface Given {
  readonly smsRole?: string;
  readonly smsExternalId?: string;
  readonly sesIdentity?: string;
  readonly function?: string;
  readonly kmsKey?: string;
}

export type Needed = 'smsRole' | 'sesIdentity' | 'function' | 'kmsKey';

const FLAGS: Readonly<Record<Needed, string>> = {
  smsRole: '--sms-role', sesIdentity: '--ses-identity', function: '--function', kmsKey: '--kms-key',
};

export function needsText(needs: Iterable<Needed>): string {
  return `needs ${[...new Set(needs)].map((need) => FLAGS[need]).join(' and ')}`;
}

export function lacking(needs: readonly Needed[], given: Given): Needed[] {
  return needs.filter((need) => given[need] === undefined);
}

export function ownSender({ sesIdentity }: Given): JsonObject {
  return { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: sesIdentity! } };
}

export function smsSender({ smsRole, smsExternalId }: Given): JsonObject {
  return { SmsConfiguration: { SnsCallerArn: smsRole!, ...smsExternalId !== undefined && { ExternalId: smsExternalId } } };
}
