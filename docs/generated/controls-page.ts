import { code, GENERATED, table } from './markdown';
import { CDK_NAG } from '../../src/core/controls/cdk-nag';
import type { Control, Demand } from '../../src/core/controls/control';
import { SECURITY_HUB } from '../../src/core/controls/security-hub';
import { propPath } from '../../src/core/ledger/prop-path';
import { formatPath, parsePath } from '../../src/core/wire/path';

export function controlsPage(): string {
  return `${GENERATED}

# Controls

Well-known security rules, asked of the settings that are declared here. A control is broken when a setting that is known is
not as the control asks; a token, and a setting that only the pool has, breaks nothing.

Where the whole pool is known, a setting that is left out has the service's default. A pool without a password policy has
the service's own: 8 characters, one of each kind, temporary passwords for 7 days. A policy that says anything is filled with
\`false\`. cdk-nag, which reads the template alone, reports a pool whose template has no password policy; what is asked here is
what the pool has.

## cdk-nag

Each has the level that cdk-nag gives it. Versions before COG8 have COG3 in its place. Its other rules for Cognito are not
about settings of a user pool: COG4 is about API Gateway, COG7 about identity pools. Its other packs have no rule for user
pools.

${page(CDK_NAG)}

## AWS Security Hub

With the parameters that Security Hub sets itself. All have medium severity there, and are warnings here. Cognito.2 is about
identity pools.

Two of them are read by their words, where the page leaves it open. Cognito.4 asks that threat protection is on and enforced
for custom authentication: in the standard way it may be AUDIT. Cognito.5 asks for MFA that is enabled: OPTIONAL is.

${page(SECURITY_HUB)}
`;
}

function page(controls: readonly Control[]): string {
  return table(['control', 'level', 'what has to hold', 'asks for', 'read in'], controls.map(controlRow));
}

function controlRow({ id, level, title, demands, scope, evidence }: Control): string[] {
  const asked = demands.map(demandText).join('; ');
  return [code(id), level, title, scope ? `where ${scope.says} (${prop(scope.path)}): ${asked}` : asked, evidence];
}

function demandText({ path, asks }: Demand): string {
  return `${prop(path)}: ${asks}`;
}

function prop(path: string): string {
  return code(formatPath(propPath(parsePath(path))));
}
