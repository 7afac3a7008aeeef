import { choice, clearedBy, keyed, neverCleared, text } from './member';

export const POOL_NAME = text({
  min: 1,
  max: 128,
  pattern: '[\\w\\s+=,.@-]+',
  describedAs: 'Name',
  echo: 'whenDeclared',
  clear: neverCleared('a pool always has a name'),
});

export const DELETION_PROTECTION = choice(['ACTIVE', 'INACTIVE'], {
  default: 'INACTIVE',
  clear: clearedBy('INACTIVE'),
  prop: { as: 'activity' },
});

/** Never guessed: a pool that does not say its plan is left alone. */
export const USER_POOL_TIER = choice(['LITE', 'ESSENTIALS', 'PLUS'], {
  clear: neverCleared('a pool always has a plan'),
});

export const USER_POOL_TAGS = keyed(text({ min: 0, max: 256 }), {
  keyMin: 1,
  keyMax: 128,
  reservedPrefix: 'aws:',
  clear: clearedBy({}),
});

/** Not a setting, but what both writes are addressed to. */
export const USER_POOL_ID = { min: 1, max: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' } as const;
