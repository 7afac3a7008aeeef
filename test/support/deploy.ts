import { apply, type Outcome } from '../../src/core/apply/apply';
import type { UserPoolPort } from '../../src/core/apply/port';
import { declarationIn, formerDeclarationIn } from '../../src/core/declared/declaration';
import type { Json } from '../../src/core/wire/json';

const unpack = (text: string) => JSON.parse(text) as Json;

/** What the Lambda does with the properties of an event; without new ones the resource is deleted. */
export async function deploy(port: UserPoolPort, userPoolId: string, properties: unknown, oldProperties?: unknown): Promise<Outcome> {
  const desired = properties === undefined ? undefined : declarationIn(properties, unpack);
  return apply(port, userPoolId, desired, oldProperties === undefined ? undefined : formerDeclarationIn(oldProperties, unpack));
}
