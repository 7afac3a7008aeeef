import type { IAlias, IKey } from 'aws-cdk-lib/aws-kms';

/** AWS allows and encrypts by a key's own ARN: an alias of the app leads to it, one that is imported by name does not. */
export function keyArnOf(key: IKey | IAlias): string | undefined {
  if (!('aliasTargetKey' in key)) return key.keyArn;
  try {
    return key.aliasTargetKey.keyArn;
  } catch {
    return undefined;
  }
}
