import { choice, clearedByOmission, integer, list, native, structure, unknown } from './member';

/** `AccountRecoverySetting` */
export const ACCOUNT_RECOVERY_SETTING = structure({
  RecoveryMechanisms: list(structure({
    Priority: integer({ min: 1, max: 2 }),
    Name: choice(['verified_email', 'verified_phone_number', 'admin_only']),
  }, { required: ['Priority', 'Name'] }), { min: 1, max: 2 }),
}, {
  omission: unknown('documented as reset; a way back to absence is unproven (H18)'),
  clear: clearedByOmission,
  cloudFormation: native('AccountRecoverySetting'),
});
