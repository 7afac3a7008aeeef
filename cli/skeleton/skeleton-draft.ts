import { ACCOUNT, REGION, samples, USER_POOL_ID } from './samples';
import { defaultWords, valueWords } from './words';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Member, Members } from '../../src/core/ledger/member';
import { fixedMembers } from '../../src/core/ledger/walk';
import { checkDeclared } from '../../src/core/rules/check';
import type { JsonObject } from '../../src/core/wire/json';
import { memberOf, parsePath, valueAt, type Path } from '../../src/core/wire/path';
import { isUnknownToTheCli, OLDEST_CLI } from '../code/cli-knows';
import { commentOutRest, unitToCommentOut } from '../code/comment-out';
import { liveSettings, Notes, type Draft } from '../code/draft';
import { replacing, useOf } from '../code/purpose';
import { inWordsOf, nameIn, olderName, OPERATIONS, type Target } from '../code/target';
import { propTypeAt } from '../code/types';

/** Every setting with a value, its range, its default and what it is; of those that exclude each other one is no comment. */
export function skeletonDraft(target: Target): Draft {
  const { members } = target === 'program' ? LEDGER : OPERATIONS[target];
  const [settings, notes] = [samples(members), new Notes()];
  explain(members, [], target, notes);
  commentOutExcluded(members, [], settings, target, notes);
  commentOutRefused(settings, besideOf(target), target, notes);
  return { userPoolId: USER_POOL_ID, account: ACCOUNT, region: REGION, comments: headOf(target), settings, notes };
}

/** SetUserPoolMfaConfig asks for what the other operation sets, such as the sender of codes. */
function besideOf(target: Target): JsonObject {
  if (target !== 'set-user-pool-mfa-config') return {};
  const { settings, notes } = skeletonDraft('update-user-pool');
  return liveSettings(settings, notes);
}

function headOf(target: Target): string[] {
  const what = 'Every setting of a user pool, each with an example: take what you need, and leave out the rest.';
  return target === 'program'
    ? [`${what} What is not declared stays as the pool has it.`]
    : [
      `${what} ${useOf(target)}`, `${replacing(target)}.`,
    ];
}

function explain(members: Members, at: Path, target: Target, notes: Notes): void {
  for (const [name, member] of Object.entries(members)) {
    const path = [...at, name];
    const prop = propTypeAt(path);
    const reader = { target, type: prop?.type };
    const standard = defaultWords(member, reader);
    const range = valueWords(member, reader);
    notes.say(path, [
      ...prop ? [inWordsOf(target, prop.summary, path)] : [],
      ...range === undefined ? [] : [`${range[0].toUpperCase()}${range.slice(1)}.`],
      ...standard === undefined ? [] : [`By default ${standard}.`],
    ].join(' '));
    explain(innerOf(member), path, target, notes);
  }
}

function innerOf(member: Member): Members {
  return (member.kind === 'structure' ? member.members : member.kind === 'keyed' ? fixedMembers(member) : undefined) ?? {};
}

/** What the rows themselves say cannot stand beside what comes before it, or is said there already. */
function commentOutExcluded(members: Members, at: Path, settings: JsonObject, target: Target, notes: Notes): void {
  const live: string[] = [];
  for (const [name, member] of Object.entries(members)) {
    const path = [...at, name];
    const rival = live.find((other) => excludes(members[other], valueAt(settings, [...at, other]), name)
      || excludes(member, valueAt(settings, path), other));
    const isUnknown = target !== 'program' && isUnknownToTheCli(path) && !notes.isOut(at);
    if (member.twinOf) notes.commentOut(path, olderName(target, parsePath(member.twinOf)));
    else if (rival !== undefined) notes.commentOut(path, `Not beside ${nameIn(target, [...at, rival])}.`);
    else if (isUnknown) notes.commentOut(path, `${OLDEST_CLI} and older refuse it as unknown.`);
    else live.push(name);
    commentOutExcluded(innerOf(member), path, settings, target, notes);
  }
}

function excludes({ excludes: excluded }: Member, value: unknown, name: string): boolean {
  if (Array.isArray(excluded)) return excluded.includes(name);
  const byValue = typeof value === 'string' ? memberOf(excluded as JsonObject | undefined, value) : undefined;
  return Array.isArray(byValue) && byValue.includes(name);
}

/** What the rules refuse or doubt beside the rest. */
function commentOutRefused(settings: JsonObject, beside: JsonObject, target: Target, notes: Notes): void {
  for (;;) {
    commentOutRest(settings, notes);
    const declared = liveSettings(settings, notes);
    const found = checkDeclared(USER_POOL_ID, { ...beside, ...declared }).filter(({ path }) => valueAt(declared, path) !== undefined);
    if (found.length === 0) return;
    for (const { path, sentence } of found) {
      const unit = unitToCommentOut(path);
      // One reason is enough.
      if (!notes.isOut(unit)) notes.commentOut(unit, `Commented out, since it ${inWordsOf(target, sentence, path)}.`);
    }
  }
}
