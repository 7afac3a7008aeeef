import type { Rule } from './rule';
import { ACR_CONFIGURATION } from '../ledger/tokens';
import type { JsonObject } from '../wire/json';
import { isObject } from '../wire/json';
import { valueAt } from '../wire/path';

export const TOKENS: readonly Rule[] = [
  {
    id: 'acr-names-are-unique',
    reads: ['AcrConfiguration'],
    check: (levels) => isObject(levels) && hasClash(levels)
      ? 'gives a name that another level has, or has by default: each of the four levels needs a name of its own'
      : undefined,
  },
  {
    id: 'customer-key-needs-arn',
    reads: ['KeyConfiguration.KeyType', 'KeyConfiguration.KmsKeyArn'],
    asksPresence: ['KeyConfiguration.KmsKeyArn'],
    check: (type, key) => {
      if (type === 'CUSTOMER_MANAGED_KEY' && key === undefined) return 'is CUSTOMER_MANAGED_KEY without a key: declare keyConfiguration.kmsKey';
      return type === 'AWS_OWNED_KEY' && key !== undefined ? 'is AWS_OWNED_KEY beside a key of yours: declare one of the two' : undefined;
    },
  },
  {
    id: 'registration-is-opened-on-purpose',
    reads: ['DcrConfiguration', 'DcrConfiguration.EnableStatus'],
    check: (registration, status) => registration !== undefined && status === undefined
      ? 'does not say whether registration is enabled, and without it Cognito opens registration: declare dcrConfiguration.enabled'
      : undefined,
  },
];

function hasClash(levels: JsonObject): boolean {
  const given = Object.entries(levels).map(([level, value]) => [level, valueAt(value, ['AcrValue'])] as const).filter(([, name]) => name !== undefined);
  const standard = Object.entries(ACR_CONFIGURATION.keys ?? {}).map(([level, row]) => [level, valueAt(row.default, ['AcrValue'])] as const);
  return given.some(([level, name]) => [...given, ...standard].some(([other, taken]) => other !== level && taken === name));
}
