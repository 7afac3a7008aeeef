import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '../language';
import { run } from '../processes';

/** Without a compiler: what is generated and what uses it are parsed, and hold together by their names. */
export const csharp: Language = {
  name: 'csharp',
  tools: ['python3'],
  async synthesize({ folder, dist, tell }, examples) {
    await run('python3', ['-m', 'venv', 'venv'], { cwd: folder, seconds: 120 });
    const program = join(folder, 'venv', 'bin', 'python');
    const packages = ['tree-sitter==0.25.2', 'tree-sitter-c-sharp==0.23.5'];
    await run(program, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], { cwd: folder, seconds: 300 });
    copyFileSync(join(__dirname, 'csharp.py'), join(folder, 'csharp.py'));
    const cdk = join(dirname(require.resolve('aws-cdk-lib/package.json')), '.jsii');
    const programs = examples.map((example) => join(example.folder, 'Program.cs'));
    const output = await run(program, ['csharp.py', join(dist, 'dotnet'), cdk, ...programs], { cwd: folder, seconds: 120 });
    const { types, complaints, programs: found } = resultIn(output);
    if (types === 0) throw new Error(`${join(dist, 'dotnet')} has no C#: build the packages first, by npm run packages`);
    if (complaints.length > 0) throw new Error(`the generated C# cannot be parsed:\n${complaints.join('\n')}`);
    tell(`generated and parsed, not compiled: ${types} types, and the names of them that examples use`);
    return examples.map((example, index) => {
      const mistakes = found[programs[index]];
      return { example, seconds: 0, ...mistakes.length > 0 && { failure: mistakes.join('\n') } };
    });
  },
};

interface Result {
  readonly types: number;
  readonly complaints: readonly string[];
  readonly programs: Readonly<Record<string, readonly string[]>>;
}

function resultIn(output: string): Result {
  return JSON.parse(output.split('\n').find((line) => line.startsWith('result '))!.slice('result '.length)) as Result;
}
