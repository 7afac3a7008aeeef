import type { CollectionTag, ScalarTag } from 'yaml';
import { Failure } from '../failure';

/** The short forms of YAML: `!Ref`, and `!Sub` as all that are `Fn::`. */
const SHORT_FORMS = [
  'Ref', 'Condition', 'And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Not',
  'Or', 'Select', 'Split', 'Sub', 'Transform',
];

/** A template as somebody has given it to CloudFormation: the CDK's are JSON. */
export async function parseTemplate(text: string): Promise<unknown> {
  try {
    if (/^\s*\{/.test(text)) return JSON.parse(text) as unknown;
    const { parse, YAMLMap, YAMLSeq } = await import('yaml');
    const plain = (value: unknown) => (value instanceof YAMLMap || value instanceof YAMLSeq ? value.toJSON() as unknown : value);
    const customTags = SHORT_FORMS.flatMap((name): (ScalarTag | CollectionTag)[] => {
      const long = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
      const tag = `!${name}`;
      return [
        { tag, resolve: (value: string) => ({ [long]: value }) },
        { tag, collection: 'seq', resolve: (value) => ({ [long]: plain(value) }) },
        { tag, collection: 'map', resolve: (value) => ({ [long]: plain(value) }) },
      ];
    });
    return parse(text, { customTags, logLevel: 'silent' }) as unknown;
  } catch (error) {
    throw new Failure('the template that CloudFormation has of a stack cannot be read', { cause: error });
  }
}
