import { arn, clearedByOmission, neverCleared, optionalArn, structure, text } from './member';
import { smsMessage } from './verification';

const anyText = { min: 0, max: 131072 } as const;

const NO_WAY_BACK = 'no proven way to take the SMS configuration off a pool is known';

/** `SmsConfiguration`, the same in both APIs. */
export const SMS_CONFIGURATION = structure({
  // "either the Amazon SNS configuration or this configuration, but not both" (R11)
  SnsCallerArn: optionalArn({ default: '', excludes: ['EumsSms'], needs: 'passRole', prop: { name: 'snsCaller', as: 'roleArn' } }),
  ExternalId: text({ ...anyText, excludes: ['EumsSms'] }),
  SnsRegion: text({ min: 5, max: 32, excludes: ['EumsSms'] }),
  EumsSms: structure({
    CallerArn: arn({ needs: 'passRole', prop: { name: 'caller', as: 'roleArn' } }),
    ExternalId: text(anyText),
    OriginationIdentity: text(anyText),
    ConfigurationSetName: text(anyText),
    InEntityId: text(anyText),
    InTemplateId: text(anyText),
    Region: text({ min: 5, max: 32 }),
  }, {
    required: ['CallerArn'],
    excludes: ['SnsCallerArn', 'ExternalId', 'SnsRegion'],
  }),
}, {
  clear: neverCleared(NO_WAY_BACK),
});

export const SMS_AUTHENTICATION_MESSAGE = text({
  ...smsMessage,
  clear: clearedByOmission,
});
