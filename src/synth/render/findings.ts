import { Annotations, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Misfit } from './render';
import { checkDeclared } from '../../core/rules/check';
import type { Finding } from '../../core/rules/rule';
import { sentenceOf } from '../../core/rules/words';
import type { Json, JsonObject } from '../../core/wire/json';
import { isSame } from '../../core/wire/path';

/** Warnings are acknowledged by this and the rule's id. */
const WARNING_PREFIX = 'cdk-cognito-user-pool-settings:';

export function warn(scope: IConstruct, id: string, sentence: string): void {
  Annotations.of(scope).addWarningV2(WARNING_PREFIX + id, sentence);
}

/** The rules on what is known at synth: tokens, and what only the live pool has, are left to the deployment. */
export function findingsOf(userPoolId: string, settings: JsonObject): Finding[] {
  return checkDeclared(Token.isUnresolved(userPoolId) ? undefined : userPoolId, settings, (value) => Token.isUnresolved(value));
}

/** The rules on a pool that is new: what nobody declares here has the service's default, unless another construct declares it. */
export function findingsOfNew(settings: JsonObject): Finding[] {
  const isUnknown = (value: Json) => Token.isUnresolved(value);
  const certain = checkDeclared(undefined, settings, isUnknown).filter(({ level }) => level === 'error');
  const probable = checkDeclared(undefined, settings, isUnknown, 'whole')
    .filter(({ rule, path }) => !certain.some((other) => other.rule === rule && isSame(other.path, path)));
  return [...certain, ...probable.map((finding) => ({ ...finding, level: 'warning' as const }))];
}

/** What has not been told before: a warning that was acknowledged is not to come again. */
export function newFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  return after.filter(({ rule, level, sentence }) =>
    level === 'error' || !before.some((other) => other.rule === rule && other.sentence === sentence));
}

/** All mistakes in one throw: the construct, then a line for each prop. Doubts become warnings. */
export function report(scope: IConstruct, misfits: readonly Misfit[], findings: readonly Finding[]): void {
  for (const finding of findings.filter(({ level }) => level === 'warning')) {
    warn(scope, finding.rule, lineOf(finding));
  }
  const lines = [
    ...misfits.map(({ prop, sentence }) => `${prop} ${sentence}`),
    ...findings.filter(({ level }) => level === 'error').map(lineOf),
  ];
  if (lines.length === 0) return;
  throw new Error(`the settings of ${scope.node.path} cannot be declared like this:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

/** At synth the value is the reader's own: it is shown. */
function lineOf(finding: Finding): string {
  return `${sentenceOf(finding)}${finding.got === undefined ? '' : `, got ${shown(finding.got)}`}`;
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
