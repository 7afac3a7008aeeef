import { code, codes, GENERATED, table } from './markdown';
import { propOf } from './settings/members';
import { ANYTHING } from './settings/value';
import { LEDGER } from '../../src/core/ledger/ledger';
import { propPath } from '../../src/core/ledger/prop-path';
import { rows } from '../../src/core/ledger/walk';
import { RULE_EVIDENCE } from '../../src/core/rules/evidence';
import type { Rule } from '../../src/core/rules/rule';
import { RULES } from '../../src/core/rules/rules';
import { formatPath, parsePath } from '../../src/core/wire/path';

export function rulesPage(): string {
  return `${GENERATED}

# Rules

Every rule is asked twice. At synth it is asked of what is declared: a token, and a setting that only the pool has, is
unknown, never wrong. In the Lambda it is asked of the merged pool, before the first write, and speaks only of what is about
to change. All findings come in one error, each with the prop's path and the API member in brackets.

An **error** is always wrong. A **warning** at synth depends on what only the deployment knows, or on a point where the
documentation and the service disagree; acknowledge it with
\`Annotations.of(settings).acknowledgeWarning('cdk-cognito-user-pool-settings:<rule>')\`.

The numbers that begin with H and R are those of [behaviour.md](behaviour.md).

## Across settings

${table(['rule', 'level', 'what has to hold', 'reads', 'evidence', 'the API\'s own words'], RULES.map(ruleRow))}

## Of single members

Type, range and length of every member are in [settings.md](settings.md). A text has to match the pattern that the API's model
has for it as well, as Java matches a whole value. What breaks one is an error.

${table(['pattern', 'props'], [...patterns()].map(([pattern, props]) => [code(pattern), codes(props)]))}
`;
}

function ruleRow(rule: Rule): string[] {
  const { says, seen, refusal } = RULE_EVIDENCE[rule.id];
  const levels = [...(rule.check ? ['error'] : []), ...(rule.doubt ? ['warning'] : [])];
  return [
    code(rule.id), levels.join(', '), says,
    rule.reads.filter((path) => path !== 'UserPoolId').map((path) => code(formatPath(propPath(parsePath(path))))).join(', '),
    seen, refusal ? code(refusal) : 'not known',
  ];
}

/** Of texts; what is no ARN is told without a pattern. */
function patterns(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, member } of rows(LEDGER)) {
    if (member.kind !== 'text' || member.pattern === undefined || member.pattern === ANYTHING) continue;
    found.set(member.pattern, [...found.get(member.pattern) ?? [], propOf(path)]);
  }
  return found;
}
