import { outputOf, withCompiler } from './compilers';
import { hexOf, TEXTS } from './odd-texts';
import { java } from '../../../cli/code/java';
import { javaComment, javaMembers } from '../../../cli/code/java-values';
import type { Code } from '../../../cli/code/tree';
import { withoutMarks } from '../../consumers/generated';
import {
  allLive, anything, days, enumMember, enums, flag, imported, number, PROGRAMS, struct, tags, text, texts, WITHOUT_PROSE,
} from '../../consumers/generated-programs';

const PLACE = { variableOf: (name: string) => name, width: 100, taken: 0 };
const written = (value: Code) => javaMembers([{ name: 'prop', value }], PLACE).join('\n');

test('a program is a whole app', () => {
  expect(java({ ...PROGRAMS['few-settings'], comments: ['A word.'], region: 'eu-central-1' })).toBe(`// A word.

package com.example;

import io.github.cdkcognitouserpoolsettings.UserPoolPasswordPolicy;
import io.github.cdkcognitouserpoolsettings.UserPoolPolicies;
import io.github.cdkcognitouserpoolsettings.UserPoolSettings;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cognito.UserPool;

public final class AuthApp {
    public static void main(final String[] args) {
        App app = new App();
        Stack stack = new Stack(app, "Auth", StackProps.builder()
            .env(Environment.builder().region("eu-central-1").build())
            .build());

        UserPoolSettings.Builder.create(stack, "Settings")
            .userPool(UserPool.fromUserPoolId(stack, "UserPool", "us-east-1_Example1"))
            .policies(UserPoolPolicies.builder()
                .passwordPolicy(UserPoolPasswordPolicy.builder()
                    .minimumLength(14)
                    .temporaryPasswordValidity(Duration.days(1))
                    .build())
                .build())
            .deletionProtection(true)
            .build();

        app.synth();
    }
}
`);
});

test.each<[string, Code, string]>([
  ['a text', text('a "b"'), '.prop("a \\"b\\"")'],
  ['a flag', flag(false), '.prop(false)'],
  ['days', days(3), '.prop(Duration.days(3))'],
  ['a member of an enum', enumMember('UserPoolMfa', 'ON'), '.prop(UserPoolMfa.ON)'],
  ['a construct', imported('preSignUp'), '.prop(preSignUp)'],
  ['a whole number', number(14), '.prop(14)'],
  ['a number that is no int', number(2147483648), '.prop(2147483648L)'],
  ['a number that is no long', number(1e20), '.prop(1e+20)'],
  ['a fraction', number(-0.5), '.prop(-0.5)'],
  ['a list', texts('a', 'b'), '.prop(List.of("a", "b"))'],
  ['a list of nothing', enums('VerifiedAttribute'), '.prop(List.of())'],
  ['a map', tags({ a: 'b', c: 'd' }), '.prop(Map.of("a", "b", "c", "d"))'],
  ['a map of anything', anything({ a: { b: [1, true, 'c', []] } }), '.prop(Map.of("a", Map.of("b", List.of(1, true, "c", List.of()))))'],
  ['a small struct', struct('EmailMfaConfig', { subject: text('a') }), '.prop(EmailMfaConfig.builder().subject("a").build())'],
  ['a struct of nothing', struct('SmsMfaConfig', {}), '.prop(SmsMfaConfig.builder().build())'],
])('%s is written', (_, value, expected) => {
  expect(written(value)).toBe(expected);
});

test('what has no room on a line has a line for each part', () => {
  expect(written(texts('a'.repeat(50), 'b'.repeat(50)))).toBe(`.prop(List.of(\n    "${'a'.repeat(50)}",\n    "${'b'.repeat(50)}"))`);
  expect(written(text(`${'a'.repeat(60)}\n\nb`))).toBe(`.prop("${'a'.repeat(60)}\\n"\n    + "\\n"\n    + "b")`);
});

test('a map takes more entries than Map.of', () => {
  const entries = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'x']));
  expect(written(tags(entries(10)))).toMatch(/^\.prop\(Map\.of\(/);
  expect(written(tags(entries(11)))).toMatch(/^\.prop\(Map\.ofEntries\(\n {4}Map\.entry\("key0", "x"\),\n[^]*\n {4}Map\.entry\("key10", "x"\)\)\)$/);
});

test('whatever is imported is used, and all that is used is imported', () => {
  for (const program of Object.values(PROGRAMS)) {
    const [code, imports] = split(java(program).split('\n').filter((line) => !/^\s*\/\//.test(line)));
    const names = imports.map((line) => /(\w+);$/.exec(line)![1]);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
    const types = code.replaceAll(/"(?:\\.|[^"\\])*"/g, '').match(/(?<![.\w])[A-Z]\w*[a-z]\w*/g)!;
    expect(types.filter((type) => ![...names, 'AuthApp', 'String'].includes(type))).toEqual([]);
  }

  function split(lines: readonly string[]): [code: string, imports: string[]] {
    const imports = lines.filter((line) => line.startsWith('import '));
    return [lines.filter((line) => !imports.includes(line)).join('\n'), imports];
  }
});

test('without their marks commented-out members are as if they had none', () => {
  expect(java(WITHOUT_PROSE)).toContain('\n            // .clear(');
  // What stands on a line with its marks may have more room without them.
  const withoutSpace = (source: string) => source.replaceAll(/\s+/g, '');
  expect(withoutSpace(withoutMarks(java(WITHOUT_PROSE), 'java'))).toBe(withoutSpace(java(allLive(WITHOUT_PROSE))));
});

test('a comment cannot be left', () => {
  expect(javaComment(['a \\u000a b \\\\u000a c \\\\\\u0041 d', 'e\nf\u2028g', ''])).toEqual([
    '// a \\\\u000a b \\\\u000a c \\\\\\\\u0041 d', '// e', '// f', '// g', '//',
  ]);
});

withCompiler('java')('java reads', () => {
  test('every text as it was', () => {
    const contents = [...TEXTS, 'a\ud83d b\udc00'];
    // A method takes so many instructions and no more.
    const methods = contents.map((content, index) => [
      `    static void text${index}() {`, `${written(text(content)).replace('.prop', 'print')};`, '    }', '',
    ].join('\n'));
    const source = `import java.util.stream.Collectors;

public final class Texts {
    ${javaComment(contents).join('\n')}
    static void print(final String text) {
        System.out.println(text.chars().mapToObj(Integer::toHexString).collect(Collectors.joining(" ")));
    }

${methods.join('\n')}
    public static void main(final String[] args) {
${contents.map((_, index) => `        text${index}();`).join('\n')}
    }
}
`;
    const output = outputOf(source, 'Texts.java', ['java', '-Dfile.encoding=UTF-8']);
    expect(output.split('\n').slice(0, -1)).toEqual(contents.map(hexOf));
  }, 120_000);
});
