import { toSnakeCase } from 'codemaker/lib/case-utils';
import { indented, type Lines } from './blocks';
import { pythonComment, pythonCommentedOut, pythonMembers, pythonText } from './python-values';
import type { Code, Imported, Program, Writer } from './tree';
import { eachOnce, importedIn, usesIn, variablesOf, type Need, type Use, type Variables } from './uses';
import { jsii } from '../../package.json';

const INDENT = '    ';
const WIDTH = 120;
const KINDS = {
  function: { type: 'Function', module: 'aws_cdk.aws_lambda', from: 'from_function_arn' },
  role: { type: 'Role', module: 'aws_cdk.aws_iam', from: 'from_role_arn' },
  key: { type: 'Key', module: 'aws_cdk.aws_kms', from: 'from_key_arn' },
} as const;

/** A whole app in one file. */
export const python: Writer = (program) => {
  const uses = usesIn(program.props);
  const constructs = importedIn(program, uses);
  const { userPoolId, comments, props, imported } = program;
  const named = variablesOf(imported);
  const variables: Variables = (name) => toSnakeCase(named(name));
  return `${[
    ...pythonComment(comments),
    ...comments.length > 0 ? [''] : [],
    ...imports(program, uses, constructs),
    '',
    'app = App()',
    `stack = Stack(app, "Auth"${environment(program)})`,
    '',
    ...constructs.length > 0 ? [...constructs.flatMap((each) => variable(each, variables)), ''] : [],
    'UserPoolSettings(',
    ...indented([
      'stack,',
      '"Settings",',
      `user_pool=UserPool.from_user_pool_id(stack, "UserPool", ${pythonText(userPoolId)}),`,
      ...pythonMembers(props, variables),
    ], INDENT),
    ')',
    '',
    'app.synth()',
  ].join('\n')}\n`;
};

function imports({ account, region }: Program, uses: readonly Use[], constructs: readonly Need<Imported>[]): Lines {
  const needs = uses.flatMap(({ code, isCommentedOut }) => namesOf(code).map((what): Need => ({ what, isCommentedOut })));
  const live = (...names: readonly string[]): Need[] => names.map((what) => ({ what, isCommentedOut: false }));
  const ofCdk = ({ what }: Need) => what === 'Duration';
  return [
    ...statement('aws_cdk', [...needs.filter(ofCdk), ...live('App', 'Stack', ...account ?? region ? ['Environment'] : [])]),
    ...statement('aws_cdk.aws_cognito', live('UserPool')),
    ...(['role', 'key', 'function'] as const).flatMap((kind) => statement(KINDS[kind].module, constructs
      .filter(({ what }) => what.kind === kind).map(({ isCommentedOut }): Need => ({ what: KINDS[kind].type, isCommentedOut })))),
    ...statement(jsii.targets.python.module, [...needs.filter((need) => !ofCdk(need)), ...live('UserPoolSettings')]),
  ];
}

function namesOf(code: Code): readonly string[] {
  if (code.kind === 'enum' || code.kind === 'struct') return [code.type];
  return code.kind === 'days' ? ['Duration'] : [];
}

/** What only comments need is a comment too. */
function statement(module: string, needs: readonly Need[]): Lines {
  const names = eachOnce(needs);
  if (names.length === 0) return [];
  const line = `from ${module} import ${names.map(({ what }) => what).join(', ')}`;
  const isLive = names.some(({ isCommentedOut }) => !isCommentedOut);
  if (!isLive) return pythonCommentedOut([line]);
  if (names.every(({ isCommentedOut }) => !isCommentedOut) && line.length <= WIDTH) return [line];
  return [`from ${module} import (`, ...names.map(({ what, isCommentedOut }) => `${INDENT}${isCommentedOut ? '# ' : ''}${what},`), ')'];
}

function environment({ account, region }: Program): string {
  const known = Object.entries({ account, region }).flatMap(([name, value]) => value === undefined ? [] : [`${name}=${pythonText(value)}`]);
  return known.length === 0 ? '' : `, env=Environment(${known.join(', ')})`;
}

function variable({ what, isCommentedOut }: Need<Imported>, variables: Variables): Lines {
  const { type, from } = KINDS[what.kind];
  const [start, parts] = [`${variables(what.name)} = ${type}.${from}(`, ['stack', pythonText(what.id), pythonText(what.arn)]];
  const line = `${start}${parts.join(', ')})`;
  const lines = line.length <= WIDTH ? [line] : [start, ...indented(parts, INDENT).map((part) => `${part},`), ')'];
  return isCommentedOut ? pythonCommentedOut(lines) : lines;
}
