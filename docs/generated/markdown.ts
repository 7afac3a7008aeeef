export const GENERATED = '<!-- Generated from src/core by `npx projen docs`. -->';

export function table(head: readonly string[], body: ReadonlyArray<readonly string[]>): string {
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
