import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';
import { RESOURCE_TYPE } from '../../../src/core/wire/contract';
import type { JsonObject } from '../../../src/core/wire/json';

const ROOT = join(__dirname, '..', '..', '..');

/** Runs a program as `cdk synth` does; returns the properties of its settings. */
export function propertiesOfProgram(code: string): JsonObject {
  const folder = mkdtempSync(join(tmpdir(), 'cdk.out-'));
  const former = process.env.CDK_OUTDIR;
  const listeners = process.listeners('beforeExit');
  process.env.CDK_OUTDIR = folder;
  try {
    runTypescript(code);
    const [name] = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
    const { Resources } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { Resources: Record<string, { Type: string; Properties: JsonObject }> };
    return Object.values(Resources).find(({ Type }) => Type === RESOURCE_TYPE)!.Properties;
  } finally {
    if (former === undefined) delete process.env.CDK_OUTDIR;
    else process.env.CDK_OUTDIR = former;
    // An app that is run by the CDK's command synthesizes once more at the end.
    for (const listener of process.listeners('beforeExit')) if (!listeners.includes(listener)) process.removeListener('beforeExit', listener);
    rmSync(folder, { recursive: true });
  }
}

/** Runs code without looking at its types; the package's name stands for its sources. */
export function runTypescript(code: string): unknown {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const exports = {};
  const load = (name: string): unknown => jest.requireActual(name === 'cdk-cognito-user-pool-settings' ? '../../../src' : name);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it evaluates to what was meant is the question
  new Function('require', 'exports', outputText)(load, exports);
  return exports;
}

/** What a compiler that is as strict as they come says of programs, by their names. */
export function compilerErrors(programs: Readonly<Record<string, string>>): string[] {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile).config, ts.sys, ROOT);
  const files = new Map(Object.entries(programs).map(([name, code]) => [join(ROOT, `${name}.generated.ts`), `${code}\nexport {};\n`]));
  const compilerOptions: ts.CompilerOptions = { ...options, noEmit: true, noUnusedLocals: true, skipLibCheck: true, incremental: false };
  const host = ts.createCompilerHost(compilerOptions);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const code = files.get(name);
    return code === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, code, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...files.keys()], compilerOptions, host);
  return [...files.keys()].flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name))).map(({ messageText, file, start }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.slice(ROOT.length + 1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
