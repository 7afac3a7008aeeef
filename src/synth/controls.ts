import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { settingsIn } from './pool/cloud-formation';
import { isIntrinsic } from './pool/intrinsics';
import { filledPolicy, PASSWORD_POLICY, wholePolicy } from './pool/password-policy';
import { isPoolResource, poolResource, propertiesOf } from './pool/pool-resource';
import { together } from './render/render';
import { declarersFrom, declarersOfResource, type Declarer } from './writers/declarers';
import { CDK_NAG } from '../core/controls/cdk-nag';
import { controlFindings } from '../core/controls/check';
import type { Control, ControlFinding } from '../core/controls/control';
import { SECURITY_HUB } from '../core/controls/security-hub';
import { clearingOf } from '../core/ledger/clearing';
import { isUnder } from '../core/plan/diff';
import { isOwned } from '../core/plan/owned';
import { isObject, type JsonObject } from '../core/wire/json';
import { valueAt, withValueAt, type Path } from '../core/wire/path';
import { ControlPack } from '../options';

const PACKS: Readonly<Record<ControlPack, readonly Control[]>> = {
  [ControlPack.AWS_SOLUTIONS]: CDK_NAG,
  [ControlPack.SECURITY_HUB]: SECURITY_HUB,
};

export function controlsOf(packs: readonly ControlPack[] = Object.values(ControlPack), exclude: readonly string[] = []): Control[] {
  const strange = packs.filter((pack) => !PACKS[pack]);
  if (strange.length > 0) throw new Error(`packs: ${strange.join(', ')} is no pack: the packs are ${Object.keys(PACKS).join(', ')}`);
  const controls = packs.flatMap((pack) => PACKS[pack]);
  const known = Object.values(PACKS).flat().map(({ id }) => id);
  const unknown = exclude.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new Error(`exclude: ${unknown.join(', ')} is no control: the controls are ${known.join(', ')}`);
  return controls.filter(({ id }) => !exclude.includes(id));
}

export interface PlacedFinding extends ControlFinding {
  /** The resource that declares the setting, or the pool. */
  readonly scope: IConstruct;
}

/**
 * The findings on the pool that a resource of the tree is, or on what a resource of ours declares of an imported one. They are put at
 * resources, since an acknowledgement at a construct is found for what is under it.
 */
export function findingsAt(node: IConstruct, controls: readonly Control[]): PlacedFinding[] {
  if (isPoolResource(node)) {
    const declarers = declarersOfResource(node);
    const settings = settingsIn(propertiesOf(node));
    const isLaidOver = declarers.some((declarer) => isOwned(declarer.settings, PASSWORD_POLICY));
    return find(isLaidOver ? startOf(settings) : settings, true, declarers, controls).map((finding) => ({ scope: node, ...finding }));
  }
  const declarers = declarersFrom(node);
  // The pools that the app makes are asked themselves.
  const isImported = declarers.length > 0 && !poolResource(declarers[0].userPool);
  return isImported ? find({}, false, declarers, controls).flatMap((finding) => finding.scope === node ? [{ ...finding, scope: node }] : []) : [];
}

function find(
  settings: JsonObject, isWhole: boolean, declarers: readonly Declarer[], controls: readonly Control[],
): (ControlFinding & { readonly scope?: IConstruct })[] {
  const known = declarers.reduce((all, { scope, settings: more, cleared }) =>
    cleared.reduce(withDefaultAt, together(all, Stack.of(scope).resolve(more) as JsonObject)), settings);
  const isUnknown = (value: unknown) => Token.isUnresolved(value) || isIntrinsic(value as JsonObject);
  return controlFindings({ settings: known, isWhole, isUnknown }, controls).map((finding) => {
    const owner = declarers.find((declarer) => isOwned(declarer.settings, finding.path)
      || declarer.cleared.some((path) => isUnder(finding.path, path)));
    return { ...finding, ...owner && { scope: owner.resource } };
  });
}

/** What the function lays its settings over: CloudFormation has the service fill a policy, the function does not. */
function startOf(settings: JsonObject): JsonObject {
  const policy = valueAt(settings, PASSWORD_POLICY);
  return withValueAt(settings, PASSWORD_POLICY, isObject(policy) ? filledPolicy(policy) : wholePolicy({}));
}

function withDefaultAt(settings: JsonObject, path: Path): JsonObject {
  const clearing = clearingOf(path);
  return withValueAt(settings, path, clearing.by === 'value' ? clearing.value : undefined);
}
