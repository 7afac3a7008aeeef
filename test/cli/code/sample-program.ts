import type { Program } from '../../../cli/code/tree';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:';

/** A little of everything that a language has to say. */
export const PROGRAM: Program = {
  userPoolId: 'us-east-1_Example1',
  account: '123456789012',
  region: 'us-east-1',
  comments: ['What it is.'],
  imported: [
    { name: 'preSignUp', id: 'PreSignUp', kind: 'function', arn: `${FUNCTION}pre-sign-up` },
    { name: 'smsRole', id: 'SmsRole', kind: 'role', arn: 'arn:aws:iam::123456789012:role/sms' },
    { name: 'sendersKey', id: 'SendersKey', kind: 'key', arn: 'arn:aws:kms:us-east-1:123456789012:key/1' },
  ],
  props: [
    {
      name: 'policies',
      value: {
        kind: 'struct',
        type: 'UserPoolPolicies',
        members: [{
          name: 'passwordPolicy',
          value: {
            kind: 'struct',
            type: 'UserPoolPasswordPolicy',
            members: [
              { name: 'minimumLength', value: { kind: 'number', number: 14 } },
              { name: 'temporaryPasswordValidity', value: { kind: 'days', days: 3 }, isCommentedOut: true, comments: ['Why not.'] },
            ],
          },
        }],
      },
    },
    { name: 'deletionProtection', value: { kind: 'flag', flag: true } },
    {
      name: 'lambdaConfig',
      value: {
        kind: 'struct',
        type: 'LambdaConfig',
        members: [
          { name: 'preSignUp', value: { kind: 'imported', name: 'preSignUp' } },
          { name: 'kmsKey', value: { kind: 'imported', name: 'sendersKey' }, isCommentedOut: true },
        ],
      },
    },
    {
      name: 'autoVerifiedAttributes',
      value: { kind: 'list', of: { type: 'VerifiedAttribute' }, items: [{ kind: 'enum', type: 'VerifiedAttribute', member: 'EMAIL' }] },
    },
    {
      name: 'smsConfiguration',
      value: { kind: 'struct', type: 'SmsConfiguration', members: [{ name: 'snsCaller', value: { kind: 'imported', name: 'smsRole' } }] },
      comments: ['Two lines', 'about it.'],
    },
    { name: 'userPoolTags', value: { kind: 'map', of: 'text', entries: [['team', { kind: 'text', text: 'identity' }]] } },
    {
      name: 'emailMfaConfiguration',
      value: { kind: 'struct', type: 'EmailMfaConfig', members: [{ name: 'message', value: { kind: 'text', text: 'Code {####}' } }] },
      isCommentedOut: true,
    },
    { name: 'smsMfaConfiguration', value: { kind: 'struct', type: 'SmsMfaConfig', members: [] } },
    {
      name: 'additionalSettings',
      value: {
        kind: 'map',
        of: 'anything',
        entries: [['Young', { kind: 'map', of: 'anything', entries: [['__proto__', { kind: 'list', of: 'anything', items: [] }]] }]],
      },
    },
  ],
};
