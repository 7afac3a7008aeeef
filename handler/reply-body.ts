import type { CloudFormationEvent, Ending } from './event';
import { ATTRIBUTE } from '../src/core/wire/contract';

/** CloudFormation's limit for the whole body, in bytes. */
export const LIMIT = 4_096;

/** What follows a reason that was cut. */
const CUT_REASON = '… (cut; the whole text is in the log)';
/** What stands for the paths that were cut. */
const CUT_PATHS = '…';

/** The reply as JSON text of at most 4,096 bytes. */
export function replyBody(event: CloudFormationEvent, ending: Ending): string {
  const compose = (reason: string, paths: string) => JSON.stringify({
    Status: ending.status,
    PhysicalResourceId: ending.physicalResourceId,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    // A captured pool holds message templates and ExternalIds.
    NoEcho: ending.before !== undefined,
    // CloudFormation asks for a reason with every failure, an empty one included.
    ...(ending.status === 'FAILED' && { Reason: reason }),
    ...(ending.changedPaths && { Data: { [ATTRIBUTE.CHANGED_PATHS]: paths } }),
    ...(ending.before !== undefined && { Data: { [ATTRIBUTE.BEFORE]: ending.before } }),
  });
  // A reply has a reason or paths, never both, so each has all the room that the rest leaves.
  const room = LIMIT - Buffer.byteLength(compose('', ''));
  return compose(cutText(ending.reason || 'no reason was given', room), cutPaths(ending.changedPaths ?? [], room));
}

/** Whether an ending that must not be cut can be replied. */
export function fits(event: CloudFormationEvent, ending: Ending): boolean {
  return Buffer.byteLength(replyBody(event, ending)) <= LIMIT;
}

/** Cuts between characters (code points), by the bytes that they take in JSON, where a quote or a line break takes more. */
function cutText(text: string, room: number): string {
  if (size(text) <= room) return text;
  let left = room - size(CUT_REASON);
  let kept = '';
  for (const character of text) {
    left -= size(character);
    if (left < 0) break;
    kept += character;
  }
  return kept + CUT_REASON;
}

/** Cuts between paths: half a path would be the name of another setting. */
function cutPaths(paths: readonly string[], room: number): string {
  const whole = paths.join(',');
  if (size(whole) <= room) return whole;
  let kept = '';
  for (const path of paths) {
    if (size(`${kept}${path},${CUT_PATHS}`) > room) break;
    kept += `${path},`;
  }
  return kept + CUT_PATHS;
}

function size(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
