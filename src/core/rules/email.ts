import type { Rule } from './rule';

export const EMAIL: readonly Rule[] = [
  {
    id: 'own-sender-needs-identity',
    reads: ['EmailConfiguration.EmailSendingAccount', 'EmailConfiguration.SourceArn'],
    says: 'EmailSendingAccount DEVELOPER sends by the SES identity that SourceArn names.',
    evidence: 'documented, that it is required from memory (R10)',
    check: (sender, identity) => sender === 'DEVELOPER' && identity === undefined
      ? 'is DEVELOPER without an identity to send by: declare emailConfiguration.sourceArn'
      : undefined,
  },
];
