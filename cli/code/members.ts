import { commentedOut, type Lines } from './blocks';
import type { Member } from './tree';

const MARK = '//';

/** Member below member, each with its comments above it. */
export function memberByMember(
  members: readonly Member[], write: (member: Member) => Lines, comment: (prose: readonly string[]) => Lines,
): Lines {
  return members.flatMap((member) => [...comment(member.comments ?? []), ...marked(write(member), member.isCommentedOut)]);
}

export function marked(lines: Lines, isCommentedOut = false): Lines {
  return isCommentedOut ? commentedOut(lines, MARK) : lines;
}

/** A few members without a word about them, which may stand on one line. */
export function areFew(members: readonly Member[]): boolean {
  return members.length <= 2 && members.every(({ comments = [], isCommentedOut }) => comments.length === 0 && !isCommentedOut);
}
