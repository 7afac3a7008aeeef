export const GENERATED = generatedFrom('src/core');

export function generatedFrom(source: string): string {
  return `<!-- Generated from ${source} by \`npx projen docs\`. -->`;
}

export function table(head: readonly string[], body: ReadonlyArray<readonly string[]>): string {
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/** Without the columns in which no row has anything to say. */
export function tableOfUsed(head: readonly string[], body: ReadonlyArray<readonly string[]>): string {
  const used = (cells: readonly string[]) => cells.filter((_, column) => body.some((row) => row[column] !== ''));
  return table(used(head), body.map(used));
}

export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

export function codes(texts: readonly string[]): string {
  return texts.map(code).join(', ');
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
