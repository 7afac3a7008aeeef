import { choice, clearedByOmission, integer, list, structure } from './member';

/** `AccountRecoverySetting` */
export const ACCOUNT_RECOVERY_SETTING = structure({
  RecoveryMechanisms: list(structure({
    Priority: integer({ min: 1, max: 2 }),
    Name: choice(['verified_email', 'verified_phone_number', 'admin_only']),
  }, { required: ['Priority', 'Name'] }), { min: 1, max: 2 }),
}, {
  clear: clearedByOmission,
  meanwhile: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
});
