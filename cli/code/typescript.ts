import { around, indented, type Lines } from './blocks';
import type { Code, Imported, Program, Writer } from './tree';
import { typescriptComment, typescriptCommentedOut, typescriptItems, typescriptMembers, typescriptText } from './typescript-values';
import { eachOnce, importedIn, usesIn, variablesOf, type Need, type Use, type Variables } from './uses';
import { name as PACKAGE } from '../../package.json';

const WIDTH = 120;
const KINDS = {
  function: { type: 'Function', module: 'aws-cdk-lib/aws-lambda', from: 'fromFunctionArn' },
  role: { type: 'Role', module: 'aws-cdk-lib/aws-iam', from: 'fromRoleArn' },
  key: { type: 'Key', module: 'aws-cdk-lib/aws-kms', from: 'fromKeyArn' },
} as const;

/** A whole app in one file. */
export const typescript: Writer = (program) => {
  const uses = usesIn(program.props);
  const constructs = importedIn(program, uses);
  const { userPoolId, comments, props, imported } = program;
  const variables = variablesOf(imported);
  return `${[
    ...typescriptComment(comments),
    ...comments.length > 0 ? [''] : [],
    ...imports(uses, constructs),
    '',
    'const app = new App();',
    `const stack = new Stack(app, 'Auth'${environment(program)});`,
    '',
    ...constructs.length > 0 ? [...constructs.flatMap((each) => constant(each, variables)), ''] : [],
    'new UserPoolSettings(stack, \'Settings\', {',
    ...indented([
      `userPool: UserPool.fromUserPoolId(stack, 'UserPool', ${typescriptText(userPoolId)}),`,
      ...typescriptMembers(props, variables),
    ], '  '),
    '});',
    '',
    'app.synth();',
  ].join('\n')}\n`;
};

function imports(uses: readonly Use[], constructs: readonly Need<Imported>[]): Lines {
  const needs = eachOnce(uses.flatMap(({ code, isCommentedOut }) => namesOf(code).map((what) => ({ what, isCommentedOut }))));
  const live = (...names: readonly string[]): Need[] => names.map((what) => ({ what, isCommentedOut: false }));
  const ofCdk = (name: string) => name === 'Duration';
  return [
    ...statement([...live('App'), ...needs.filter(({ what }) => ofCdk(what)), ...live('Stack')], 'aws-cdk-lib'),
    ...statement(live('UserPool'), 'aws-cdk-lib/aws-cognito'),
    ...(['role', 'key', 'function'] as const).flatMap((kind) => {
      const ofKind = constructs.filter(({ what }) => what.kind === kind);
      const isCommentedOut = ofKind.every((each) => each.isCommentedOut);
      return ofKind.length === 0 ? [] : statement([{ what: KINDS[kind].type, isCommentedOut }], KINDS[kind].module);
    }),
    ...statement(eachOnce([...needs.filter(({ what }) => !ofCdk(what)), ...live('UserPoolSettings')]), PACKAGE),
  ];
}

function namesOf(code: Code): readonly string[] {
  if (code.kind === 'enum') return [code.type];
  return code.kind === 'days' ? ['Duration'] : [];
}

/** What only comments need is a comment too. */
function statement(names: readonly Need[], module: string): Lines {
  const [from, isLive] = [` from ${typescriptText(module)};`, names.some(({ isCommentedOut }) => !isCommentedOut)];
  if (!isLive || names.every(({ isCommentedOut }) => !isCommentedOut)) {
    const lines = around('import ', typescriptItems('{', names.map(({ what }) => [what]), '}'), from);
    return isLive ? lines : typescriptCommentedOut(lines);
  }
  return ['import {', ...names.map(({ what, isCommentedOut }) => `  ${isCommentedOut ? '// ' : ''}${what},`), `}${from}`];
}

function environment({ account, region }: Program): string {
  const known = Object.entries({ account, region }).flatMap(([name, value]) => value === undefined ? [] : [`${name}: ${typescriptText(value)}`]);
  return known.length === 0 ? '' : `, { env: { ${known.join(', ')} } }`;
}

function constant({ what, isCommentedOut }: Need<Imported>, variables: Variables): Lines {
  const { type, from } = KINDS[what.kind];
  const [start, parts] = [`const ${variables(what.name)} = ${type}.${from}(`, ['stack', typescriptText(what.id), typescriptText(what.arn)]];
  const line = `${start}${parts.join(', ')});`;
  const lines = line.length <= WIDTH ? [line] : [start, ...indented(parts, '  ').map((part) => `${part},`), ');'];
  return isCommentedOut ? typescriptCommentedOut(lines) : lines;
}
