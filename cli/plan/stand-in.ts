import { LEDGER } from '../../src/core/ledger/ledger';
import { rowAt } from '../../src/core/ledger/walk';
import { checkConstraints } from '../../src/core/rules/constraints';
import type { Json } from '../../src/core/wire/json';
import { withValueAt, type Path } from '../../src/core/wire/path';

const ARN = 'arn:aws';
const PLACE = 'us-east-1:123456789012';

/** Values that some setting or other takes. */
const CANDIDATES: readonly Json[] = [
  'known only at deployment',
  'known-only-at-deployment',
  'known only at deployment: {username} {####}',
  'known only at deployment: {##here##}',
  'known.only.at.deployment.example.com',
  'known@deployment.example.com',
];
const ARNS: Readonly<Record<string, string>> = {
  functionArn: `${ARN}:lambda:${PLACE}:function:known-only-at-deployment`,
  roleArn: `${ARN}:iam::123456789012:role/known-only-at-deployment`,
  keyArn: `${ARN}:kms:${PLACE}:key/00000000-0000-4000-8000-000000000000`,
  arn: `${ARN}:ses:${PLACE}:identity/known.example.com`,
};

/** A value that the setting could have, for planning around it; nothing where one would say more than that there is one. */
export function standInAt(path: Path): Json | undefined {
  const row = rowAt(LEDGER, path);
  if (row?.kind === 'arn') return ARNS[row.prop?.as ?? 'arn'];
  if (row !== undefined && row.kind !== 'text') return undefined;
  return CANDIDATES.find((candidate) => checkConstraints(withValueAt({}, path, candidate), LEDGER, () => false).length === 0);
}
