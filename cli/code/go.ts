import { around, indented, type Lines } from './blocks';
import { aligned } from './go-align';
import { goComment, goMembers, goText } from './go-values';
import { marked } from './members';
import type { Imported, Program, Writer } from './tree';
import { eachOnce, importedIn, usesIn, variablesOf, type Need, type Use } from './uses';
import { jsii, name } from '../../package.json';

const INDENT = '\t';
const TAB = 4;
const WIDTH = 110;
const CDK = 'github.com/aws/aws-cdk-go/awscdk/v2';
/** As jsii names the package: all that is no letter and no digit is left out. */
const OURS = `${jsii.targets.go.moduleName}/${name.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()}`;
const KINDS = {
  function: { module: 'awslambda', call: 'Function_FromFunctionArn', more: '' },
  role: { module: 'awsiam', call: 'Role_FromRoleArn', more: ', nil' },
  key: { module: 'awskms', call: 'Key_FromKeyArn', more: '' },
} as const;

/** The file `main.go` of an app. */
export const go: Writer = (program) => {
  const uses = usesIn(program.props);
  const comments = goComment(program.comments);
  const lines = [
    // The empty line keeps it from being the documentation of the package, which has rules of its own.
    ...comments, ...comments.length > 0 ? [''] : [],
    'package main', '',
    'import (',
    ...indented(imports(program, uses), INDENT),
    ')', '',
    'func main() {',
    ...indented(body(program, uses), INDENT),
    '}',
  ];
  return `${lines.join('\n')}\n`;
};

function imports(program: Program, uses: readonly Use[]): Lines {
  const always = [`"${CDK}"`, `"${CDK}/awscognito"`];
  const needs: Need[] = [
    ...always.map((what) => ({ what, isCommentedOut: false })),
    ...importedIn(program, uses).map(({ what: { kind }, isCommentedOut }) => (
      { what: `"${CDK}/${KINDS[kind].module}"`, isCommentedOut })),
  ];
  return [
    ...eachOnce(needs).flatMap(({ what, isCommentedOut }) => marked([what], isCommentedOut)),
    '"github.com/aws/jsii-runtime-go"',
    `cognitosettings "${OURS}"`,
  ];
}

function body(program: Program, uses: readonly Use[]): Lines {
  const { userPoolId, imported, props } = program;
  const variableOf = variablesOf(imported);
  const constructs = importedIn(program, uses);
  const userPool = `awscognito.UserPool_FromUserPoolId(stack, jsii.String("UserPool"), jsii.String(${goText(userPoolId)}))`;
  return [
    'defer jsii.Close()', '',
    'app := awscdk.NewApp(nil)',
    ...stack(program), '',
    ...constructs.flatMap(({ what, isCommentedOut }) => marked(construct(what, variableOf(what.name)), isCommentedOut)),
    ...constructs.length > 0 ? [''] : [],
    'cognitosettings.NewUserPoolSettings(stack, jsii.String("Settings"), &cognitosettings.UserPoolSettingsProps{',
    ...indented(aligned([
      { key: 'UserPool', value: [userPool] },
      ...goMembers(props, { variableOf, width: WIDTH - 2 * TAB, taken: 0 }),
    ]), INDENT),
    '})', '',
    'app.Synth(nil)',
  ];
}

function stack({ account, region }: Program): Lines {
  const environment = Object.entries({ Account: account, Region: region })
    .flatMap(([key, value]) => value ? [`${key}: jsii.String(${goText(value)})`] : []);
  if (environment.length === 0) return ['stack := awscdk.NewStack(app, jsii.String("Auth"), nil)'];
  return around('stack := awscdk.NewStack(app, jsii.String("Auth"), ', [
    '&awscdk.StackProps{',
    `${INDENT}Env: &awscdk.Environment{${environment.join(', ')}},`,
    '}',
  ], ')');
}

function construct({ id, kind, arn }: Imported, variable: string): Lines {
  const { module, call, more } = KINDS[kind];
  const before = `${variable} := ${module}.${call}(`;
  const after = `stack, jsii.String(${goText(id)}), jsii.String(${goText(arn)})${more})`;
  return before.length + after.length <= WIDTH ? [before + after] : [before, INDENT + after];
}
