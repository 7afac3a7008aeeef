import { around, indented, type Lines } from './blocks';
import { javaComment, javaMembers, javaText } from './java-values';
import { marked } from './members';
import type { Code, Imported, Program, Writer } from './tree';
import { eachOnce, importedIn, usesIn, variablesOf, type Need, type Use } from './uses';
import { jsii } from '../../package.json';

const INDENT = '    ';
const WIDTH = 110;
const CDK = 'software.amazon.awscdk';
const KINDS = {
  function: { type: 'Function', service: 'lambda', from: 'fromFunctionArn' },
  role: { type: 'Role', service: 'iam', from: 'fromRoleArn' },
  key: { type: 'Key', service: 'kms', from: 'fromKeyArn' },
} as const;

/** The file `AuthApp.java` of an app. */
export const java: Writer = (program) => {
  const uses = usesIn(program.props);
  const comments = javaComment(program.comments);
  const lines = [
    ...comments, ...comments.length > 0 ? [''] : [],
    'package com.example;', '',
    ...imports(program, uses), '',
    'public final class AuthApp {',
    ...indented([
      'public static void main(final String[] args) {',
      ...indented(body(program, uses), INDENT),
      '}',
    ], INDENT),
    '}',
  ];
  return `${lines.join('\n')}\n`;
};

function imports(program: Program, uses: readonly Use[]): Lines {
  const { account, region } = program;
  const always = [
    `${CDK}.App`, `${CDK}.Stack`, `${CDK}.services.cognito.UserPool`, ours('UserPoolSettings'),
    ...account ?? region ? [`${CDK}.Environment`, `${CDK}.StackProps`] : [],
  ];
  const needs: Need[] = [
    ...always.map((what) => ({ what, isCommentedOut: false })),
    ...uses.flatMap(({ code, isCommentedOut }) => classesOf(code).map((what) => ({ what, isCommentedOut }))),
    ...importedIn(program, uses).flatMap(({ what: { kind }, isCommentedOut }) => {
      const { type, service } = KINDS[kind];
      return [type, `I${type}`].map((name) => ({ what: `${CDK}.services.${service}.${name}`, isCommentedOut }));
    }),
  ];
  return eachOnce(needs).flatMap(({ what, isCommentedOut }) => marked([`import ${what};`], isCommentedOut));
}

function classesOf(code: Code): readonly string[] {
  switch (code.kind) {
    case 'days': return [`${CDK}.Duration`];
    case 'list': return ['java.util.List'];
    case 'map': return ['java.util.Map'];
    case 'enum':
    case 'struct': return [ours(code.type)];
    default: return [];
  }
}

const ours = (type: string) => `${jsii.targets.java.package}.${type}`;

function body(program: Program, uses: readonly Use[]): Lines {
  const { userPoolId, imported, props } = program;
  const variableOf = variablesOf(imported);
  const constructs = importedIn(program, uses);
  return [
    'App app = new App();',
    ...stack(program), '',
    ...constructs.flatMap(({ what, isCommentedOut }) => marked(construct(what, variableOf(what.name)), isCommentedOut)),
    ...constructs.length > 0 ? [''] : [],
    'UserPoolSettings.Builder.create(stack, "Settings")',
    ...indented([
      `.userPool(UserPool.fromUserPoolId(stack, "UserPool", ${javaText(userPoolId)}))`,
      ...javaMembers(props, { variableOf, width: WIDTH - 3 * INDENT.length, taken: 0 }),
      '.build();',
    ], INDENT), '',
    'app.synth();',
  ];
}

function stack({ account, region }: Program): Lines {
  const environment = Object.entries({ account, region })
    .flatMap(([name, value]) => value ? [`.${name}(${javaText(value)})`] : []).join('');
  if (!environment) return ['Stack stack = new Stack(app, "Auth");'];
  return around('Stack stack = new Stack(app, "Auth", ', [
    'StackProps.builder()',
    ...indented([`.env(Environment.builder()${environment}.build())`, '.build()'], INDENT),
  ], ');');
}

function construct({ id, kind, arn }: Imported, variable: string): Lines {
  const { type, from } = KINDS[kind];
  const [before, after] = [`I${type} ${variable} = ${type}.${from}(`, `stack, ${javaText(id)}, ${javaText(arn)});`];
  return before.length + after.length + 2 * INDENT.length <= WIDTH ? [before + after] : [before, INDENT + after];
}
