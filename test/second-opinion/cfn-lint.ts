import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pythonThatRuns } from './python';
import type { Json, JsonObject } from '../../src/core/wire/json';

/** Another version has other rules: what it finds would say nothing about this project. */
const VERSION = /^cfn-lint==(.+)$/m.exec(readFileSync(join(__dirname, 'requirements.txt'), 'utf8'))![1];

export const INSTALL = `pip install cfn-lint==${VERSION}`;

export function pythonWithCfnLint(): string | undefined {
  const isThisVersion = `assert version('cfn-lint') == '${VERSION}'`;
  return pythonThatRuns(`import cfnlint.runner; from importlib.metadata import version; ${isThisVersion}`);
}

export interface Match {
  readonly file: string;
  readonly rule: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface RawMatch {
  readonly Filename: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly (string | number)[] | null };
  readonly Message: string;
}

/** Errors and warnings in the templates, which are named relative to the folder. */
export async function lint(python: string, folder: string, files: readonly string[]): Promise<Match[]> {
  // In a folder without a configuration file. The exit code says only that there are findings.
  const main = 'import sys; from cfnlint.runner import main; sys.exit(main())';
  const output = await new Promise<string>((resolve, reject) => {
    const templates = files.map((file) => relative(folder, file));
    const args = ['-c', main, '--format', 'json', '--regions', 'us-east-1', '--template', ...templates];
    execFile(python, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) => {
      if (stdout.trimStart().startsWith('[')) resolve(stdout);
      else reject(new Error(`cfn-lint gave no findings: ${stdout}${stderr}`));
    });
  });
  return (JSON.parse(output) as RawMatch[]).map(({ Filename, Rule, Location, Message }) =>
    ({ file: join(folder, Filename), rule: Rule.Id, path: Location.Path ?? [], message: Message }));
}

/** CDK has every function depend on its role, which the function names anyway. */
export function isOfCdkItself({ file, rule, path: [, logicalId, member, index] }: Match): boolean {
  if (rule !== 'W3005' || member !== 'DependsOn') return false;
  const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, JsonObject> };
  const { Type, DependsOn, Properties } = Resources[logicalId];
  const on = (DependsOn as Json[])[Number(index)];
  const role = (Properties as JsonObject).Role as { 'Fn::GetAtt'?: Json[] } | undefined;
  return Type === 'AWS::Lambda::Function' && role?.['Fn::GetAtt']?.[0] === on;
}
