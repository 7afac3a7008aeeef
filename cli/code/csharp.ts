import { around, indented, type Lines } from './blocks';
import { csharpComment, csharpMembers, csharpText } from './csharp-values';
import { marked } from './members';
import type { Imported, Program, Writer } from './tree';
import { eachOnce, importedIn, usesIn, variablesOf, type Need, type Use } from './uses';
import { jsii } from '../../package.json';

const INDENT = '    ';
const WIDTH = 110;
const KINDS = {
  function: { namespace: 'Amazon.CDK.AWS.Lambda', call: 'Function.FromFunctionArn' },
  role: { namespace: 'Amazon.CDK.AWS.IAM', call: 'Role.FromRoleArn' },
  key: { namespace: 'Amazon.CDK.AWS.KMS', call: 'Key.FromKeyArn' },
} as const;

/** The file `Program.cs` of an app. */
export const csharp: Writer = (program) => {
  const { comments, userPoolId, props, imported } = program;
  const uses = usesIn(program.props);
  const variableOf = variablesOf(imported);
  const constructs = importedIn(program, uses);
  const head = csharpComment(comments);
  const lines = [
    ...head, ...head.length > 0 ? [''] : [],
    ...usings(program, uses), '',
    'var app = new App();',
    ...stack(program), '',
    ...constructs.flatMap(({ what, isCommentedOut }) => marked(construct(what, variableOf(what.name)), isCommentedOut)),
    ...constructs.length > 0 ? [''] : [],
    'new UserPoolSettings(stack, "Settings", new UserPoolSettingsProps',
    '{',
    ...indented([
      `UserPool = UserPool.FromUserPoolId(stack, "UserPool", ${csharpText(userPoolId)}),`,
      ...csharpMembers(props, { variableOf, width: WIDTH - INDENT.length, taken: 0 }),
    ], INDENT),
    '});', '',
    'app.Synth();',
  ];
  return `${lines.join('\n')}\n`;
};

function usings(program: Program, uses: readonly Use[]): Lines {
  const always = ['Amazon.CDK', 'Amazon.CDK.AWS.Cognito', jsii.targets.dotnet.namespace];
  const needs: Need[] = [
    ...always.map((what) => ({ what, isCommentedOut: false })),
    ...importedIn(program, uses).map(({ what: { kind }, isCommentedOut }) => (
      { what: KINDS[kind].namespace, isCommentedOut })),
  ];
  const maps = uses.filter(({ code }) => code.kind === 'map').map(({ isCommentedOut }) => ({ what: SYSTEM, isCommentedOut }));
  return [...eachOnce(maps), ...eachOnce(needs)].flatMap(({ what, isCommentedOut }) => marked([`using ${what};`], isCommentedOut));
}

/** What the language brings comes first. */
const SYSTEM = 'System.Collections.Generic';

function stack({ account, region }: Program): Lines {
  const environment = Object.entries({ Account: account, Region: region })
    .flatMap(([name, value]) => value ? [`${name} = ${csharpText(value)}`] : []);
  if (environment.length === 0) return ['var stack = new Stack(app, "Auth");'];
  return around('var stack = new Stack(app, "Auth", ', [
    'new StackProps',
    '{',
    // `System` has an `Environment` too.
    `${INDENT}Env = new Amazon.CDK.Environment { ${environment.join(', ')} },`,
    '}',
  ], ');');
}

function construct({ id, kind, arn }: Imported, variable: string): Lines {
  const [before, after] = [`var ${variable} = ${KINDS[kind].call}(`, `stack, ${csharpText(id)}, ${csharpText(arn)});`];
  return before.length + after.length <= WIDTH ? [before + after] : [before, INDENT + after];
}
