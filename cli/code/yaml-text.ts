import type { Scalar, ScalarTag } from 'yaml';
import { stringifyString } from 'yaml/util';
import { hex, quoted } from './literals';

/** What every reader of YAML takes for the same text without quotes, once words such as `no` and `null` are quoted. */
const PLAIN = /^[A-Za-z][\w ./:@+,-]*$/;
/** Lines that stand in a block as they are. */
const BLOCK = /^(?! )(?:[\p{L}\p{N}\p{P}\p{S}\p{M} ]*(?<! )\n)+[\p{L}\p{N}\p{P}\p{S}\p{M} ]*(?<! )$/u;

/** Text as readers of YAML 1.1 and of 1.2 read the same. */
export const TEXT: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value === 'string',
  resolve: (text) => text,
  stringify: (item, context, onComment, onChompKeep) => {
    const text = String(item.value);
    const isBlock = !context.implicitKey && BLOCK.test(text) && !text.startsWith('\n') && !text.endsWith('\n\n');
    if (!isBlock && !PLAIN.test(text)) return quotedText(text);
    const scalar = { ...item, value: text, type: isBlock ? 'BLOCK_LITERAL' : undefined } as Scalar;
    return stringifyString(scalar, { ...context, actualString: true }, onComment, onChompKeep);
  },
};

/** In double quotes, with escapes for all that a reader may refuse, fold or lose. */
function quotedText(text: string): string {
  const escaped = (codePoint: number) => codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`;
  return quoted(text, escaped).replace(/[\ufffe\uffff]/g, (found) => escaped(found.codePointAt(0)!));
}
