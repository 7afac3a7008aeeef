import * as fc from 'fast-check';
import { outputOf, withCompiler } from './compilers';
import { TEXTS } from './odd-texts';
import { go } from '../../../cli/code/go';
import { aligned } from '../../../cli/code/go-align';
import { goComment, goMembers } from '../../../cli/code/go-values';
import type { Code } from '../../../cli/code/tree';
import { withoutMarks } from '../../consumers/generated';
import {
  allLive, anything, days, enumMember, enums, flag, imported, number, PROGRAMS, struct, structs, tags, text, texts, WITHOUT_PROSE,
  type Anything,
} from '../../consumers/generated-programs';

const PLACE = { variableOf: (name: string) => name, width: 100, taken: 0 };
const written = (value: Code) => aligned(goMembers([{ name: 'prop', value }], PLACE)).join('\n');

test('a program is a whole app', () => {
  expect(go({ ...PROGRAMS['few-settings'], comments: ['A word.'], account: '123456789012', region: 'eu-central-1' })).toBe(`// A word.

package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscognito"
	"github.com/aws/jsii-runtime-go"
	cognitosettings "github.com/cdk-cognito-user-pool-settings/cdk-cognito-user-pool-settings-go/cdkcognitouserpoolsettings"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Auth"), &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String("123456789012"), Region: jsii.String("eu-central-1")},
	})

	cognitosettings.NewUserPoolSettings(stack, jsii.String("Settings"), &cognitosettings.UserPoolSettingsProps{
		UserPool: awscognito.UserPool_FromUserPoolId(stack, jsii.String("UserPool"), jsii.String("us-east-1_Example1")),
		Policies: &cognitosettings.UserPoolPolicies{
			PasswordPolicy: &cognitosettings.UserPoolPasswordPolicy{
				MinimumLength:             jsii.Number(14),
				TemporaryPasswordValidity: awscdk.Duration_Days(jsii.Number(1)),
			},
		},
		DeletionProtection: jsii.Bool(true),
	})

	app.Synth(nil)
}
`);
});

const option = (name: string) => struct('RecoveryOption', { name: enumMember('RecoveryOptionName', name), priority: number(1) });

test.each<[string, Code, string]>([
  ['a text', text('a "b"'), 'jsii.String("a \\"b\\"")'],
  ['a flag', flag(false), 'jsii.Bool(false)'],
  ['days', days(3), 'awscdk.Duration_Days(jsii.Number(3))'],
  ['a member of an enum', enumMember('UserPoolMfa', 'ON'), 'cognitosettings.UserPoolMfa_ON'],
  ['a construct', imported('preSignUp'), 'preSignUp'],
  ['a number', number(14), 'jsii.Number(14)'],
  ['a number beyond all integers', number(1e20), 'jsii.Number(1e+20)'],
  ['a list', texts('a', 'b'), 'jsii.Strings("a", "b")'],
  ['a list of an enum', enums('VerifiedAttribute', 'EMAIL'), '&[]cognitosettings.VerifiedAttribute{cognitosettings.VerifiedAttribute_EMAIL}'],
  ['an empty list of an enum', enums('VerifiedAttribute'), '&[]cognitosettings.VerifiedAttribute{}'],
  ['a list of structs', structs('RecoveryOption', option('ADMIN_ONLY')),
    '&[]*cognitosettings.RecoveryOption{\n\t{Name: cognitosettings.RecoveryOptionName_ADMIN_ONLY, Priority: jsii.Number(1)},\n}'],
  ['an empty list of structs', structs('RecoveryOption'), '&[]*cognitosettings.RecoveryOption{}'],
  ['a map', tags({ a: 'b' }), '&map[string]*string{"a": jsii.String("b")}'],
  ['a map of anything', anything({ a: { b: [1, true, 'c', []] } }), '&map[string]any{"a": map[string]any{"b": []any{1, true, "c", []any{}}}}'],
  ['a small struct', struct('EmailMfaConfig', { subject: text('a') }), '&cognitosettings.EmailMfaConfig{Subject: jsii.String("a")}'],
  ['a struct of nothing', struct('SmsMfaConfig', {}), '&cognitosettings.SmsMfaConfig{}'],
])('%s is written', (_, value, expected) => {
  expect(written(value)).toBe(`Prop: ${expected},`);
});

test('what has no room on a line has a line for each part', () => {
  expect(written(texts('a'.repeat(50), 'b'.repeat(50)))).toBe(`Prop: jsii.Strings(\n\t"${'a'.repeat(50)}",\n\t"${'b'.repeat(50)}",\n),`);
  expect(written(text(`${'a'.repeat(60)}\n\nb`))).toBe(`Prop: jsii.String("${'a'.repeat(60)}\\n" +\n\t"\\n" +\n\t"b"),`);
});

test('half a character is none', () => {
  expect(written(text('a\ud83d b\udc00'))).toBe('Prop: jsii.String("a\\ufffd b\\ufffd"),');
});

test('a comment cannot be left', () => {
  expect(goComment(['a */ b', 'c\nd\re', ''])).toEqual(['// a */ b', '// c', '// d', '// e', '//']);
});

withCompiler('gofmt')('gofmt', () => {
  const formatted = (source: string) => outputOf(source, 'main.go', ['gofmt']);

  test.each(Object.keys(PROGRAMS))('has nothing to change in %s', (name) => {
    expect(go(PROGRAMS[name])).toBe(formatted(go(PROGRAMS[name])));
  });

  test('has nothing to change in maps by chance', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'é', '日', '"', '\n', '😀', 'more of it'), minLength: 1, maxLength: 30 });
    const { value } = fc.letrec<{ value: Anything }>((tie) => ({
      value: fc.oneof({ maxDepth: 4, withCrossShrink: true },
        fc.string({ maxLength: 90 }), fc.integer(), fc.boolean(), fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 8 })),
    }));
    const program = {
      ...PROGRAMS['no-settings'],
      props: fc.sample(value, { numRuns: 500, seed: 7 })
        .map((each, index) => ({ name: `member${index}`, value: anything({ [`Member${index}`]: each }), comments: index % 5 ? [] : ['A word.'] })),
    };
    expect(go(program)).toBe(formatted(go(program)));
  });

  test('makes of commented-out members, without their marks, what they would be', () => {
    expect(go(WITHOUT_PROSE)).toContain('\n\t\t// Clear: ');
    expect(formatted(withoutMarks(go(WITHOUT_PROSE), 'go'))).toBe(go(allLive(WITHOUT_PROSE)));
  });
});

withCompiler('go')('go reads', () => {
  test('every text as it was', () => {
    const values = TEXTS.map((content) => aligned(goMembers([{ name: '', value: text(content) }], PLACE)).join('\n').replace(/^: jsii\.String/, ''));
    const source = `package main

import "fmt"

${goComment(TEXTS).join('\n')}

func main() {
\tfor _, text := range []string{
${values.join('\n')}
\t} {
\t\tfmt.Printf("%x\\n", text)
\t}
}
`;
    const output = outputOf(source, 'texts.go', ['go', 'run']);
    expect(output.split('\n').slice(0, -1)).toEqual(TEXTS.map((each) => Buffer.from(each).toString('hex')));
  }, 120_000);
});
