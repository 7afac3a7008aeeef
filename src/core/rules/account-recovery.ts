import type { Rule } from './rule';
import { each, includes } from './values';

export const ACCOUNT_RECOVERY: readonly Rule[] = [
  {
    id: 'recovery-by-administrators-alone',
    reads: ['AccountRecoverySetting.RecoveryMechanisms'],
    check: (mechanisms) => includes(each(mechanisms, 'Name'), 'admin_only') && each(mechanisms, 'Name').length > 1
      ? 'has ADMIN_ONLY beside another mechanism: it means that there is none, declare it alone'
      : undefined,
  },
];
