import { arn, choice, clearedBy, flag, keyed, list, structure, text, type Facts } from './member';

/** `KeyConfiguration` */
export const KEY_CONFIGURATION = structure({
  KeyType: choice(['AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY'], { default: 'AWS_OWNED_KEY', excludes: { AWS_OWNED_KEY: ['KmsKeyArn'] } }),
  KmsKeyArn: arn({ prop: { name: 'kmsKey', as: 'keyArn' } }),
}, {
  clear: clearedBy({ KeyType: 'AWS_OWNED_KEY' }),
});

/** `IssuerConfiguration`: a reset would change the `iss` claim of every token. */
export const ISSUER_CONFIGURATION = structure({
  Type: choice(['ORIGINAL', 'UPDATED'], { default: 'ORIGINAL', prop: { name: 'issuer' } }),
}, {
  clear: clearedBy({ Type: 'ORIGINAL' }),
});

const nameOf = (level: number) => ({ AcrValue: `urn:cognito:loa:${level}` });
const level = (number: number): Facts => ({ default: nameOf(number), clear: clearedBy(nameOf(number)), whole: true });

/**
 * `AcrConfiguration`: Describe merges the default names in, and a default name may be refused on a pool whose plan has
 * no custom names, so only names that differ are sent back (H12).
 */
export const ACR_CONFIGURATION = keyed(structure({ AcrValue: text() }, { required: ['AcrValue'], echo: 'unlessDefault' }), {
  keys: { Level1: level(1), Level2: level(2), Level3: level(3), Level4: level(4) },
  clear: clearedBy({ Level1: nameOf(1), Level2: nameOf(2), Level3: nameOf(3), Level4: nameOf(4) }),
});

const grantType = choice(['client_credentials', 'code', 'implicit']);

/**
 * `DcrConfiguration`: replaced as a whole, and without EnableStatus it opens registration: it is sent back only with that
 * member, and otherwise left out, which the documentation says keeps it (R16).
 */
export const DCR_CONFIGURATION = structure({
  EnableStatus: choice(['Disabled', 'Enabled'], { default: 'Disabled', prop: { name: 'enabled', as: 'status' } }),
  OpenDcrEnabled: flag({ default: false }),
  AuthenticatedGrantTypes: list(grantType),
  OpenDcrGrantTypes: list(grantType),
  AllowedScopes: list(text()),
}, {
  echo: 'whenComplete',
  complete: ['EnableStatus'],
  clear: clearedBy({ EnableStatus: 'Disabled' }),
});
