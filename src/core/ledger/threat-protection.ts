import { choice, clearedBy, native, structure, unknown } from './member';

/** `UserPoolAddOns` */
export const USER_POOL_ADD_ONS = structure({
  AdvancedSecurityMode: choice(['OFF', 'AUDIT', 'ENFORCED'], { default: 'OFF', clear: clearedBy('OFF'), tier: 'PLUS' }),
  AdvancedSecurityAdditionalFlows: structure({
    CustomAuthMode: choice(['AUDIT', 'ENFORCED'], { tier: 'PLUS' }),
  }),
}, {
  required: ['AdvancedSecurityMode'],
  omission: unknown('documented as reset, never measured'),
  clear: clearedBy({ AdvancedSecurityMode: 'OFF' }),
  cloudFormation: native('UserPoolAddOns'),
});
