import { readFileSync } from 'node:fs';
import { Token } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { Imports } from './imports';
import { lostIn } from '../lost-names';
import { optionsOf, type InProps } from './options-of';
import { RULES } from '../../core/rules/rules';
import type { Path } from '../../core/wire/path';
import { checkDocument, lineOf, placeIn, type CheckedDocument, type DocumentFinding } from '../../documents';
import { warn } from '../render/findings';

export interface Asked {
  readonly userPool: IUserPool;
  readonly path: string;
}

export interface CliInput extends Pick<InProps, 'options' | 'additionalSettings'> {
  /** Says on the construct what is doubtful in the document; what the rules doubt, the construct says by itself. */
  warnOn(construct: Construct): void;
}

/** What a document of the AWS CLI declares; all that is wrong in it is thrown at once, each with its line. */
export function readCliInput(scope: Construct, id: string, { userPool, path }: Asked): CliInput {
  const name = [scope.node.path, id].filter((part) => part !== '').join('/');
  const ofPool = Token.isUnresolved(userPool.userPoolId) ? undefined : userPool.userPoolId;
  const checked = checkDocument(contents(path, name), path, ofPool);
  refuse([...errorsIn(checked), ...otherPool(checked, ofPool)]);
  const { options, additionalSettings, misfits } = optionsOf(checked.settings, importsIn(scope, `${id}Imports`));
  refuse(misfits.map(({ path: at, sentence }) => findingAt(checked, 'misfit', at, sentence)));
  return { options, additionalSettings, warnOn };

  function refuse(findings: readonly DocumentFinding[]): void {
    if (findings.length === 0) return;
    const lines = findings.map((finding) => `  ${lineOf(path, finding)}`).join('\n');
    throw new Error(`the document ${path} of ${name} cannot be declared like this:\n${lines}`);
  }

  function warnOn(construct: Construct): void {
    const doubts = checked.findings.filter(({ level, rule }) => level === 'warning' && !TOLD.has(rule));
    const lost = lostIn(checked.settings).map((at) => findingAt(checked, 'lost-name', at, LOST_NAME, 'warning'));
    for (const finding of [...doubts, ...lost]) warn(construct, finding.rule, lineOf(path, finding));
  }
}

/** By the construct itself, or of no concern here: the members of both operations are declared alike. */
const TOLD = new Set([...RULES.map(({ id }) => id), 'two-operations']);

function contents(path: string, name: string): Uint8Array {
  if (Token.isUnresolved(path)) throw new Error(`the path of the document of ${name} must be known at synth: give it as text`);
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? `there is no such file from ${process.cwd()}, where a relative path begins`
      : `the system says ${code}`;
    throw new Error(`the document ${path} of ${name} cannot be read: ${reason}`);
  }
}

/** What nobody has filled in is nothing that a pool shall have. The pool's id has no need to be: the pool is a prop. */
function errorsIn({ findings }: CheckedDocument): DocumentFinding[] {
  return findings
    .filter(({ level, rule, path }) => level === 'error' || (rule === 'placeholder' && path[0] !== 'UserPoolId'))
    .map((finding) => ({ ...finding, level: 'error' }));
}

function otherPool(checked: CheckedDocument, ofPool: string | undefined): DocumentFinding[] {
  const isOther = checked.userPoolId !== undefined && ofPool !== undefined && checked.userPoolId !== ofPool;
  return isOther ? [findingAt(checked, 'other-pool', ['UserPoolId'], OTHER_POOL)] : [];
}

const OTHER_POOL = 'is another user pool than the one that is given as userPool: take it out, or give the document of that pool';

const LOST_NAME = 'is a name that CDK loses on its way into a template: it is not declared, and the pool keeps what it has';

function findingAt(
  checked: CheckedDocument, rule: string, path: Path, sentence: string, level: DocumentFinding['level'] = 'error',
): DocumentFinding {
  return { level, rule, path, sentence, ...placeIn(checked, path) };
}

/** Made when the first is imported: a document that names none leaves no trace in the tree. */
function importsIn(scope: Construct, id: string): () => Imports {
  let imports: Imports | undefined;
  return () => imports ??= new Imports(scope, id);
}
