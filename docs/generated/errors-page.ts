import { deepStrictEqual } from 'node:assert';
import { AFTERMATHS, DEVIATIONS } from './errors/aftermath';
import { ANSWERS } from './errors/answers';
import { SYNTH_ERRORS, WARNINGS } from './errors/at-synth';
import { gaps, textsOf } from './errors/catalogue';
import { DETAILS } from './errors/details';
import { DOUBTS, FAULTS, MISTAKES } from './errors/documents';
import { FOREIGN } from './errors/elsewhere';
import { REASONS } from './errors/reasons';
import { REFUSALS } from './errors/refusals';
import type { Row } from './errors/row';
import { texts } from './errors/texts';
import { code, generatedFrom, table } from './markdown';

export function errorsPage(): string {
  deepStrictEqual(gaps(TEXTS), { unexplained: [], stale: [] }, 'docs/generated/errors explains every text of the source, and no other');
  return `${generatedFrom('src, handler and docs/generated/errors')}

# Errors

Every text that this library and its function can end in, with its cause and what to do. Search for words of yours that are
neither values nor names: \`…\` stands for those. The texts are taken from the source, so that they are what you see; a text
without a row here fails the build of this page.

- At \`cdk synth\` an error is thrown, and a warning is printed with its id.
- In a deployment a reason stands in the events of the stack, behind \`Received response status [FAILED] from custom
  resource. Message returned:\`. The log has it whole, in the line \`run failed\`: [how to find it](operating.md#find-a-run-in-the-log).

What breaks a rule names the prop and, in brackets, the API member, at synth and in a deployment: [rules.md](rules.md) has all
of them. What a control says is in [controls.md](controls.md).

## At synth: errors

${told('error', SYNTH_ERRORS)}

\`UserPoolControls\` with \`failOnErrors\` adds errors that begin with the id of a control: [controls.md](controls.md).

## At synth: warnings

Each is acknowledged by \`Annotations.of(construct).acknowledgeWarning(id)\`. Beside these, a rule that only the deployment can
decide has the id \`cdk-cognito-user-pool-settings:<rule>\`, with the rules of [rules.md](rules.md), and a control has
\`cdk-cognito-user-pool-settings:<control>\`, with those of [controls.md](controls.md).

${table(['id', 'warning', 'cause', 'what to do'], WARNINGS.map((row) => [idsOf(row), ...cells(row)]))}

## In a document of the AWS CLI

\`check\` prints each as \`file:line:column: error: Path text\`, \`UserPoolSettings.fromCliInput\` throws all errors of a document in
one. What breaks a rule is in [rules.md](rules.md); a rule that saw nothing but words that a skeleton may have drawn is a warning
while the document has something to fill in.

${told('error in a name or a value', MISTAKES)}

${told('error in JSON or YAML', FAULTS)}

Warnings of \`fromCliInput\` are acknowledged by the id.

${table(['id', 'warning', 'cause', 'what to do'], DOUBTS.map((row) => [code(`cdk-cognito-user-pool-settings:${row.id}`), ...cells(row)]))}

## In a deployment: refused by this library

Nothing was written, unless [the state of the pool](#in-which-state-a-failure-leaves-the-pool) follows the reason: a refusal
can come half way, when others change the pool at the same time.

${told('reason', REFUSALS)}

## In a deployment: what Cognito answered, or did not

In brackets at the end of the reason stand the call, the code of Cognito's answer and its own words, with \`(hidden)\` where
they had a value of a setting. [Another table](#in-brackets-and-in-the-log) has what may stand there when no answer came.

${table(['code, such as', 'reason', 'cause', 'what to do'], ANSWERS.map((row) => [answered(row), ...cells(row)]))}

## In which state a failure leaves the pool

Behind the reason, after a semicolon. Where none of these follows a refusal or an answer of Cognito, nothing had been
written.

${told('reason', AFTERMATHS)}

## Not as expected after the write

${told('reason', DEVIATIONS)}

## Why a setting cannot be put back

${told('reason', REASONS)}

## In brackets, and in the log

${told('text', DETAILS)}

## From CloudFormation, IAM and AWS Lambda

Their words, as far as they are known; they may change.

${table(['text', 'cause', 'what to do'], FOREIGN.map(({ text, cause, remedy }) => [code(text), cause, remedy]))}
`;
}

const TEXTS = texts();

function idsOf({ of }: Row): string {
  return unique(textsOf(of, TEXTS).map(({ id }) => code(`cdk-cognito-user-pool-settings:${id}`)));
}

function answered({ answer }: Row): string {
  return answer ? answer.shown ?? code(answer.code) : '';
}

function told(head: string, rows: readonly Row[]): string {
  return table([head, 'cause', 'what to do'], rows.map(cells));
}

function cells({ of, cause, remedy }: Row): string[] {
  return [unique(textsOf(of, TEXTS).map(({ text }) => code(text.trim()))), cause, remedy];
}

function unique(all: readonly string[]): string {
  return [...new Set(all)].join('; ');
}
