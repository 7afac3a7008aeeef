import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { settingsIn } from './cloud-formation';
import { declarersFrom, declarersOfResource, type Declarer } from './declarers';
import { isIntrinsic } from './intrinsics';
import { isPoolResource, poolResource, propertiesOf } from './pool-resource';
import { together } from './render';
import { CDK_NAG } from '../core/controls/cdk-nag';
import { controlFindings } from '../core/controls/check';
import type { Control, ControlFinding } from '../core/controls/control';
import { SECURITY_HUB } from '../core/controls/security-hub';
import { isOwned } from '../core/plan/owned';
import type { JsonObject } from '../core/wire/json';
import { ControlPack } from '../options';

const PACKS: Readonly<Record<ControlPack, readonly Control[]>> = {
  [ControlPack.AWS_SOLUTIONS]: CDK_NAG,
  [ControlPack.SECURITY_HUB]: SECURITY_HUB,
};

export function controlsOf(packs: readonly ControlPack[] = Object.values(ControlPack), except: readonly string[] = []): Control[] {
  const controls = packs.flatMap((pack) => PACKS[pack]);
  const known = Object.values(PACKS).flat().map(({ id }) => id);
  const unknown = except.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new Error(`except: ${unknown.join(', ')} is no control: the controls are ${known.join(', ')}`);
  return controls.filter(({ id }) => !except.includes(id));
}

export interface PlacedFinding extends ControlFinding {
  /** The construct that declares the setting, or the pool. */
  readonly scope: IConstruct;
}

/** The findings on the pool that a construct of the tree stands for: each pool is asked once. */
export function findingsAt(node: IConstruct, controls: readonly Control[]): PlacedFinding[] {
  if (isPoolResource(node)) {
    return find(settingsIn(propertiesOf(node)), true, declarersOfResource(node), node.node.scope ?? node, controls);
  }
  const declarers = declarersFrom(node);
  // The pools that the app makes are asked themselves.
  const isImported = declarers.length > 0 && !poolResource(declarers[0].userPool);
  return isImported ? find({}, false, declarers, node, controls) : [];
}

function find(
  settings: JsonObject, isWhole: boolean, declarers: readonly Declarer[], pool: IConstruct, controls: readonly Control[],
): PlacedFinding[] {
  const known = declarers.reduce((all, { scope, settings: more }) => together(all, Stack.of(scope).resolve(more) as JsonObject), settings);
  const isUnknown = (value: unknown) => Token.isUnresolved(value) || isIntrinsic(value as JsonObject);
  return controlFindings({ settings: known, isWhole, isUnknown }, controls).map((finding) => ({
    ...finding,
    scope: declarers.find((declarer) => isOwned(declarer.settings, finding.path))?.scope ?? pool,
  }));
}
