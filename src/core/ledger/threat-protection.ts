import { choice, clearedBy, structure } from './member';

/** `UserPoolAddOns` */
export const USER_POOL_ADD_ONS = structure({
  AdvancedSecurityMode: choice(['OFF', 'AUDIT', 'ENFORCED'], { default: 'OFF', clear: clearedBy('OFF') }),
  AdvancedSecurityAdditionalFlows: structure({
    CustomAuthMode: choice(['AUDIT', 'ENFORCED']),
  }),
}, {
  required: ['AdvancedSecurityMode'],
  clear: clearedBy({ AdvancedSecurityMode: 'OFF' }),
});
