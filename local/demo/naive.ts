import { CONTENT_TYPE, TARGET_PREFIX } from '../../src/core/wire/api';
import type { JsonObject } from '../../src/core/wire/json';

/** One option, as everybody would give it. */
export const ONE_OPTION: JsonObject = { Policies: { PasswordPolicy: { MinimumLength: 16 } } };

/** The command line that sends this request. */
export function cliCommand(userPoolId: string, options: JsonObject): string[] {
  const flags = Object.entries(options).map(([member, value]) => `  --${kebab(member)} '${JSON.stringify(value)}'`);
  return [`$ aws cognito-idp update-user-pool --user-pool-id ${userPoolId} \\`, ...flags];
}

/** What the AWS CLI and AwsCustomResource send: the options that were given, and nothing else. */
export async function updateUserPool(url: string, userPoolId: string, options: JsonObject): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}.UpdateUserPool`, 'authorization': 'any' },
    body: JSON.stringify({ UserPoolId: userPoolId, ...options }),
  });
  if (!response.ok) throw new Error(`the plain UpdateUserPool was refused: ${await response.text()}`);
  return response.status;
}

function kebab(member: string): string {
  return member.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}
