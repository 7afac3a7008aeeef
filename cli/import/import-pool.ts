import type { Answers } from './answers';
import { commentOutRefused } from './declarable';
import { withoutDefaults, withoutNulls, withoutPlaceholders } from './described';
import { declarableMfa } from './factors';
import { commentOutForTheCli } from './for-the-cli';
import { checkUserPoolId } from './pool-id';
import { underModernNames, withoutLonelyTwins } from './twins';
import { SET_USER_POOL_MFA_CONFIG } from '../../src/core/ledger/ledger';
import { liveSms } from '../../src/core/plan/factors';
import { settingsOf } from '../../src/core/plan/settings-of';
import { pick, type JsonObject } from '../../src/core/wire/json';
import { Notes, type Draft } from '../code/draft';
import { replacing, useOf } from '../code/purpose';
import { nameIn, OPERATIONS, type Operation, type Target } from '../code/target';
import { Failure } from '../failure';

export interface ImportedPool {
  readonly draft: Draft;
  /** What is left out, and has to be known: sentences. */
  readonly warnings: readonly string[];
}

/** What a pool has as what is declared for it. */
export function importedPool({ pool: described, mfa: told }: Answers, target: Target, omitsDefaults: boolean): ImportedPool {
  const [pool, mfa] = [withoutNulls(described), told && withoutNulls(told)];
  const { Id: userPoolId, Arn: arn } = pool;
  if (typeof userPoolId !== 'string') {
    throw new Failure('the UserPool has no Id: save the whole answer of aws cognito-idp describe-user-pool');
  }
  checkUserPoolId(userPoolId, 'the Id of the UserPool');

  const notes = new Notes();
  const all = { ...withoutPlaceholders(settingsOf(pool)), ...mfa && withoutPlaceholders(declarableMfa(mfa, target, notes)) };
  const ofTarget = underModernNames(restricted(all, target), target, notes);
  const settings = omitsDefaults ? withoutPlaceholders(withoutLonelyTwins(withoutDefaults(ofTarget), notes)) : ofTarget;

  const unsent = target === 'program' ? [] : commentOutForTheCli(settings, notes, target);
  const refused = commentOutRefused(settings, notes, target, { userPoolId, live: { pool: described, ...told && { mfa: told } } });
  const [, , , region, account] = typeof arn === 'string' ? arn.split(':') : [];
  return {
    draft: {
      userPoolId,
      ...account && { account },
      region: region || userPoolId.split('_')[0],
      comments: [...headOf(userPoolId, target, omitsDefaults), ...untold(mfa, target)],
      settings,
      notes,
    },
    warnings: [
      ...unsent,
      ...target === 'set-user-pool-mfa-config' && mfa && liveSms(mfa) === 'unknown' ? [ASK_FOR_FACTORS] : [],
      ...refused.map(({ path, sentence }) => `${nameIn(target, path)} ${sentence}: it is not declared`),
    ],
  };
}

const ASK_FOR_FACTORS = 'Cognito does not tell whether SMS is a second factor beside the others, so the document has no factor '
  + 'and set-user-pool-mfa-config refuses it: add the complete set of factors';

/** An operation knows its own members, and what is younger than this library is of the pool. */
function restricted(settings: JsonObject, target: Target): JsonObject {
  if (target === 'program') return settings;
  const isOf = (operation: Operation, name: string) => Object.hasOwn(OPERATIONS[operation].members, name);
  const isYoung = (name: string) => target === 'update-user-pool' && !isOf('set-user-pool-mfa-config', name);
  return pick(settings, (name) => isOf(target, name) || isYoung(name));
}

function headOf(userPoolId: string, target: Target, omitsDefaults: boolean): string[] {
  const extent = omitsDefaults ? ', where it is not what the service has by default' : '';
  const what = `What the user pool ${userPoolId} has${extent}.`;
  if (target === 'program') return [what];
  return [
    `${what} ${useOf(target)}`,
    omitsDefaults ? `${replacing(target)}, which by now is what the pool has.` : `${replacing(target)}.`,
  ];
}

/** What of second factors cannot be declared, since it was not read or has no name here. */
function untold(mfa: JsonObject | undefined, target: Target): string[] {
  if (target === 'update-user-pool') return [];
  if (!mfa) {
    return ['Second factors and passkeys were not read, and are not declared: for them give what aws cognito-idp '
      + 'get-user-pool-mfa-config answers by --from as well.'];
  }
  const young = Object.keys(mfa).filter((name) => !Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name));
  if (young.length === 0) return [];
  return [`Of the answer of get-user-pool-mfa-config this library does not know ${young.join(', ')}, and cannot declare it.`];
}
