import type { Rule } from './rule';

export const EMAIL: readonly Rule[] = [
  {
    id: 'own-sender-needs-identity',
    reads: ['EmailConfiguration.EmailSendingAccount', 'EmailConfiguration.SourceArn'],
    check: (sender, identity) => sender === 'DEVELOPER' && identity === undefined
      ? 'is DEVELOPER without an identity to send by: declare emailConfiguration.sourceArn'
      : undefined,
  },
];
