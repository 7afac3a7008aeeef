import { Stack, Token } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { COGNITO, functionOf, TRIGGERS } from './triggers';
import type { LambdaConfig } from '../../options';
import { poolArn, poolResource } from '../pool/pool-resource';
import { propertyOf } from '../pool/property-of';
import { warn } from '../render/findings';
import { declarersOf, type Declarer } from '../writers/declarers';

const SENDERS = ['CustomSMSSender', 'CustomEmailSender'];

export function sendersIn(lambdaConfig: LambdaConfig): IFunction[] {
  return SENDERS.flatMap((name) => functionOf(lambdaConfig, name, TRIGGERS[name]) ?? []);
}

/** The key that encrypts what the senders of a construct get: its own, or what another construct declares of the pool. */
export function keyOfSenders({ scope, userPool, senders, sendersKey }: Declarer): IKey | undefined {
  if (sendersKey || senders.size === 0) return sendersKey;
  return declarersOf(scope, userPool).find((declarer) => declarer.sendersKey)?.sendersKey;
}

/**
 * Codes and temporary passwords come to the senders encrypted: Cognito needs a grant on the key, and the functions must be
 * able to decrypt. Key and senders may be declared in any order, by several constructs on the pool.
 */
export function allowSenders(young: Declarer): void {
  const declarers = declarersOf(young.scope, young.userPool);
  const key = keyOfSenders(young);
  if (!key) {
    const keyArn = keyOfResource(young);
    if (keyArn !== undefined) for (const sender of young.senders) allowDecryption(young, keyArn, sender);
    return;
  }
  const mates = young.sendersKey === key ? declarers : [young];
  for (const { scope, senders } of mates) for (const sender of senders) allowDecryption(young, key, sender, scope === young.scope);
  if (young.sendersKey === key) allowGrants(young, key);
}

/** A pool's own resource tells the ARN of its key alone. */
type Key = IKey | string;
const decrypting = new WeakMap<IFunction, Set<Key>>();

function allowDecryption({ scope }: Declarer, key: Key, sender: IFunction, isOwn = true): void {
  const keys = decrypting.get(sender) ?? new Set<Key>();
  if (keys.has(key)) return;
  decrypting.set(sender, keys.add(key));
  if (sender.role && mayDecrypt(key, sender)) return;
  warn(scope, 'sender-decrypt', `${sender.node.path}, a custom sender${isOwn ? '' : ' of another construct'}, has no role that this app can `
    + `change: let the function kms:Decrypt with ${typeof key === 'string' ? 'the key of the pool' : 'lambdaConfig.kmsKey'}`);
}

function mayDecrypt(key: Key, sender: IFunction): boolean {
  if (typeof key !== 'string') return key.grantDecrypt(sender).success;
  sender.addToRolePolicy(new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key] }));
  return true;
}

/** The key that CloudFormation gives a pool of this app: its ARN is all that the resource tells. */
export function keyOfResource({ scope, userPool }: Pick<Declarer, 'scope' | 'userPool'>): string | undefined {
  const resource = poolResource(userPool);
  return resource && propertyOf(scope, resource, ['LambdaConfig', 'KMSKeyID']);
}

const granting = new WeakSet<Declarer>();

function allowGrants(declarer: Declarer, key: IKey): void {
  if (granting.has(declarer)) return;
  granting.add(declarer);
  const { scope, userPool } = declarer;
  const { statementAdded } = key.addToResourcePolicy(new PolicyStatement({
    principals: [new ServicePrincipal(COGNITO)],
    actions: ['kms:CreateGrant'],
    resources: ['*'], // in the policy of a key: the key
    conditions: { StringEquals: { 'aws:SourceAccount': userPool.env.account }, ArnLike: { 'aws:SourceArn': sourceOf(declarer) } },
  }));
  if (statementAdded) return;
  warn(scope, 'sender-key-policy', `lambdaConfig.kmsKey is a key whose policy this app cannot change: let it allow ${COGNITO} kms:CreateGrant, `
    + 'or Cognito cannot encrypt what the custom senders get');
}

/** A key whose policy named a pool of the app would have to be made after what the key itself encrypts. */
function sourceOf({ scope, userPool }: Declarer): string {
  if (!Token.isUnresolved(userPool.userPoolId)) return poolArn(scope, userPool);
  const { account, region } = userPool.env;
  return Stack.of(scope).formatArn({ service: 'cognito-idp', resource: 'userpool', resourceName: '*', account, region });
}
