import { Stack, Token } from 'aws-cdk-lib';
import { canonicalPath, leavesIn, type Declarer } from './declarers';
import { coerce } from '../../core/declared/coerce';
import { LEDGER } from '../../core/ledger/ledger';
import { propPath } from '../../core/ledger/prop-path';
import { rowAt } from '../../core/ledger/walk';
import { canonical } from '../../core/plan/canonical';
import { enabledFactors, hasDeclaredFactors, isFactor, SMS } from '../../core/plan/factors';
import { foldTwins } from '../../core/plan/twins';
import { isObject, type Json, type JsonObject } from '../../core/wire/json';
import { formatPath, unique, valueAt, type Path } from '../../core/wire/path';
import { propertiesFor, settingsIn } from '../pool/cloud-formation';
import { surelyDiffer } from '../pool/intrinsics';
import { poolResource, propertiesOf } from '../pool/pool-resource';

/** Where the pool's own resource says otherwise: CloudFormation would write one value, the function the other. */
export function conflictsWithPool(declarer: Declarer): string[] {
  const { scope, userPool, cleared } = declarer;
  const resource = poolResource(userPool);
  if (!resource) return [];
  const settings = sharedByFactor(declarer.settings);
  const properties = propertiesOf(resource);
  const ours = foldTwins(Stack.of(scope).resolve(settings) as JsonObject);
  const theirs = settingsIn(properties);
  const paths = unique(leavesIn(settings, []).filter(([name, ...inner]) => inner.length > 0 || !isFactor(name)).map(canonicalPath));
  const differing = paths.filter((path) => differ(ours, theirs, path));
  const dropped = cleared.filter((path) => canonical(valueAt(theirs, path), rowAt(LEDGER, path)) !== undefined);
  const sentence = (what: string, verb: string, names: readonly string[]) =>
    `${what} ${verb} here, and the properties of ${resource.node.path} say otherwise: say it in one place`
    + (names.length === 0 ? '' : `; what the resource has by default goes with addPropertyDeletionOverride of ${names.join(' and ')}`);
  return [
    ...differing.map((path) => sentence(formatPath(propPath(path)), 'is declared', propertiesFor(path, properties))),
    ...dropped.map((path) => sentence(formatPath(propPath(path)), 'is cleared', propertiesFor(path, properties))),
    ...areFactorsOther(ours, theirs, properties) ? [sentence('the second factors', 'are declared', ['EnabledMfas'])] : [],
  ];
}

function differ(ours: JsonObject, theirs: JsonObject, path: Path): boolean {
  const [own, other] = [ours, theirs].map((document) => valueAt(document, path));
  if (own === undefined || other === undefined) return false;
  const row = rowAt(LEDGER, path);
  const [one, two] = [own, other].map((value) => canonical(typed(value, path), row) ?? null);
  return surelyDiffer(one, two);
}

/** In templates a number and a flag may be text; what is neither is told by the rules. */
function typed(value: Json, path: Path): Json {
  try {
    return coerce(value, rowAt(LEDGER, path), path);
  } catch {
    return value;
  }
}

/** What SMS as a factor says of the pool's SMS is the pool's. */
function sharedByFactor(settings: JsonObject): JsonObject {
  const sms = settings[SMS];
  return isObject(sms) && !Token.isUnresolved(sms) ? { ...sms, ...settings } : settings;
}

/** Declared factors are the complete set, on both sides; a factor that is a token may be any. */
function areFactorsOther(ours: JsonObject, theirs: JsonObject, { EnabledMfas }: JsonObject): boolean {
  const isKnown = (document: JsonObject) => [undefined, true, false, 'true', 'false'].includes(valueAt(document, TOTP) as string | boolean | undefined);
  const isTold = Array.isArray(EnabledMfas) && EnabledMfas.every((factor) => typeof factor === 'string') && isKnown(ours);
  return isTold && hasDeclaredFactors(ours) && hasDeclaredFactors(theirs) && enabledFactors(ours).join() !== enabledFactors(theirs).join();
}
const TOTP = ['SoftwareTokenMfaConfiguration', 'Enabled'];
