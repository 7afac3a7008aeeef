import { ACR_NAMES } from '../defaults';
import { invalidParameter } from '../errors';
import { object } from '../json';
import type { Rule } from './proposal';

/** R17: unique across all four levels, the default names included, also those of renamed levels. The words are ours. */
export const uniqueAcrNames: Rule = ({ next }) => {
  const names = Object.entries(object(next.settings.AcrConfiguration))
    .map(([level, value]) => ({ level, name: object(value).AcrValue }));
  const clash = names.find(({ level, name }, index) => names.findIndex((other) => other.name === name) !== index
    || Object.entries(ACR_NAMES).some(([other, taken]) => other !== level && taken === name));
  return clash ? invalidParameter(`The name of ${clash.level} in AcrConfiguration must be unique across all levels`) : undefined;
};
