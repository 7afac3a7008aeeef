import { code, GENERATED, table } from './markdown';
import { LEDGER } from '../../src/core/ledger/ledger';
import type { Member } from '../../src/core/ledger/member';
import { propPath } from '../../src/core/ledger/prop-path';
import { rows } from '../../src/core/ledger/walk';
import { RULE_EVIDENCE } from '../../src/core/rules/evidence';
import type { Rule } from '../../src/core/rules/rule';
import { RULES } from '../../src/core/rules/rules';
import { formatPath, parsePath, type Path } from '../../src/core/wire/path';

export function rulesPage(): string {
  return `${GENERATED}

# Rules

Every rule is asked twice. At synth it is asked of what is declared: a token, and a setting that only the pool has, is
unknown, never wrong. In the Lambda it is asked of the merged pool, before the first write, and speaks only of what is about
to change. All findings come in one error, each with the prop's path and the API member in brackets.

An **error** is always wrong. A **warning** at synth depends on what only the deployment knows, or on a point where the
documentation and the service disagree; acknowledge it with
\`Annotations.of(settings).acknowledgeWarning('cdk-cognito-user-pool-settings:<rule>')\`.

## Across settings

${table(['rule', 'level', 'what has to hold', 'reads', 'evidence', 'the API\'s own words'], RULES.map(ruleRow))}

## Of single members

The constraints of the API's model. What breaks one is an error.

${table(['prop', 'API member', 'what it may be'], rows(LEDGER).flatMap(constraintRow))}
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

function constraintRow({ path, member }: { path: Path; member: Member }): string[][] {
  const what = allowed(member);
  return what === '' ? [] : [[code(shown(propPath(path))), code(shown(path)), what]];
}

function shown(path: Path): string {
  return path.join('.').replace(/\.\[\]/g, '[]');
}

function allowed(member: Member): string {
  switch (member.kind) {
    case 'choice': return member.values.map(code).join(', ');
    case 'integer': return `a whole number${range(member.min, member.max)}`;
    case 'flag': return 'true or false';
    case 'list': return [`a list${range(member.min, member.max, ' elements')}`, member.of.kind === 'choice' ? `of ${allowed(member.of)}` : ''].join(' ').trim();
    case 'keyed': return `a map; keys${range(member.keyMin, member.keyMax, ' characters')}${member.reservedPrefix ? `, none that starts with ${code(member.reservedPrefix)}` : ''}`;
    case 'arn': return `an ARN${range(member.min, member.max, ' characters')}`;
    case 'text': return `text${range(member.min, member.max, ' characters')}${member.pattern ? `, ${code(member.pattern)}` : ''}`;
    case 'structure': return member.required ? `needs ${member.required.map(code).join(', ')}, here or on the pool` : '';
  }
}

function range(min: number | undefined, max: number | undefined, unit = ''): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return `, at least ${min}${unit}`;
  return min === undefined ? `, at most ${max}${unit}` : `, ${min} to ${max}${unit}`;
}
