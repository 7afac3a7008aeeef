import { Stack } from 'aws-cdk-lib';
import { settingsIn } from './cloud-formation';
import { declaredPaths, type Declarer } from './declarers';
import { surelyDiffer } from './intrinsics';
import { poolResource, propertiesOf } from './pool-resource';
import { LEDGER } from '../core/ledger/ledger';
import { propPath } from '../core/ledger/prop-path';
import { rowAt } from '../core/ledger/walk';
import { canonical } from '../core/plan/canonical';
import { enabledFactors, hasDeclaredFactors } from '../core/plan/factors';
import { foldTwins } from '../core/plan/twins';
import type { JsonObject } from '../core/wire/json';
import { formatPath, valueAt } from '../core/wire/path';

/** Where the pool's own resource says otherwise: CloudFormation would write one value, the function the other. */
export function conflictsWithPool({ scope, userPool, settings }: Declarer): string[] {
  const resource = poolResource(userPool);
  if (!resource) return [];
  const ours = foldTwins(Stack.of(scope).resolve(settings) as JsonObject);
  const theirs = settingsIn(propertiesOf(resource));
  const differing = declaredPaths(ours).filter((path) => {
    const [own, other] = [ours, theirs].map((document) => valueAt(document, path));
    if (own === undefined || other === undefined) return false;
    const row = rowAt(LEDGER, path);
    return surelyDiffer(canonical(own, row) ?? null, canonical(other, row) ?? null);
  });
  const areFactorsDifferent = hasDeclaredFactors(ours) && hasDeclaredFactors(theirs)
    && enabledFactors(ours).join() !== enabledFactors(theirs).join();
  const names = [...differing.map((path) => formatPath(propPath(path))), ...areFactorsDifferent ? ['the second factors'] : []];
  return names.map((name) => `${name} is declared here, and the properties of ${resource.node.path} say otherwise: `
    + 'say it in one place, for what the resource has by default with addPropertyDeletionOverride');
}
