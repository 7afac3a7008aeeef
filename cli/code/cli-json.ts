import { liveSettings, type Draft } from './draft';
import { inOrderOf } from './request';
import type { Operation } from './target';

/** The request of an operation, as `--cli-input-json` takes it: JSON has no word for what is a comment. */
export function cliJson({ userPoolId, settings, notes }: Draft, operation: Operation): string {
  const request = { UserPoolId: userPoolId, ...inOrderOf(operation, liveSettings(settings, notes)) };
  return `${JSON.stringify(request, null, 2)}\n`;
}
