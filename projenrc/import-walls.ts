import { javascript, type awscdk } from 'projen';

interface Wall {
  readonly target: string;
  readonly from: string;
  readonly except?: string[];
  readonly message: string;
}

/** The arrows of ARCHITECTURE: a folder in `target` sees nothing of `from`, but for `except`. */
const WALLS: Wall[] = [
  { target: './src/core/wire', from: './src', except: ['./core/wire'], message: 'core/wire holds the nouns and imports nothing' },
  { target: './src/core', from: './src', except: ['./core'], message: 'the core is pure: it sees nobody' },
  { target: './src/options', from: './src', except: ['./options'], message: 'options are words: they see only the types of aws-cdk-lib' },
  { target: './src/synth', from: './src', except: ['./synth', './options', './documents', './core'], message: 'synth sees options, documents and core' },
  { target: './src/synth/pool', from: './src/synth', except: ['./pool'], message: 'synth/pool is what the others stand on' },
  { target: './src/synth/writers', from: './src/synth', except: ['./writers', './pool'], message: 'who writes a pool sees the pool' },
  { target: './src/synth/render', from: './src/synth', except: ['./render', './writers', './pool'], message: 'props become wire before anything is made of them' },
  { target: './src/synth/triggers', from: './src/synth', except: ['./triggers', './render', './writers', './pool'], message: 'triggers are settings first' },
  { target: './src/synth/allow', from: './src/synth', except: ['./allow', './render', './writers', './pool'], message: 'what is allowed follows from what is declared' },
  { target: './src/*.ts', from: './src/core', except: ['./wire'], message: 'constructs see the core through synth, and core/wire' },
  { target: './src', from: './handler', message: 'nobody imports the handler' },
  { target: './src', from: './service', message: 'constructs reach no service' },
  { target: './src', from: './cli', message: 'nobody imports the command-line tool' },
  { target: './src', from: './local', message: 'nobody imports local' },
  { target: './src/documents', from: './src', except: ['./documents', './core'], message: 'documents are read without CDK' },
  { target: './service', from: './src', except: ['./core'], message: 'the way to the service sees the core only' },
  ...['handler', 'cli', 'local'].map((folder) => (
    { target: './service', from: `./${folder}`, message: 'the way to the service is the same for whoever goes it' })),
  { target: './handler', from: './src', except: ['./core'], message: 'the handler sees the core only' },
  { target: './handler', from: './cli', message: 'nobody imports the command-line tool' },
  { target: './handler', from: './local', message: 'nobody imports local' },
  { target: './cli', from: './src', except: ['./core', './documents'], message: 'the command-line tool knows no CDK' },
  { target: './cli', from: './handler', message: 'nobody imports the handler' },
  { target: './cli', from: './local', message: 'nobody imports local' },
  { target: './local/cognito', from: './src', except: ['./core/wire'], message: 'the embedded Cognito shares no code with what it judges' },
  { target: './local', from: './src/core', except: ['./wire'], message: 'local shares no code with what it judges' },
  { target: './local', from: './handler', message: 'local runs the shipped handler in a process of its own, it never imports it' },
  { target: './local', from: './service', message: 'local shares no code with what it judges' },
  { target: './local', from: './cli', message: 'nobody imports the command-line tool' },
];

export function addImportWalls(project: awscdk.AwsCdkConstructLibrary): void {
  const eslint = javascript.Eslint.of(project)!;
  eslint.addRules({ 'import/no-restricted-paths': ['error', { basePath: '.', zones: WALLS }] });
  eslint.addOverride({
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [{ regex: '^[^.]', message: 'the core is pure: no package, no node: module, plain data in and out' }],
      }],
      'no-restricted-globals': ['error',
        ...['process', 'console', 'fetch', 'setTimeout', 'Date'].map((name) => ({ name, message: 'the core is pure: time and the world come through a port' }))],
    },
  });
  eslint.addOverride({
    files: ['src/options/**/*.ts', 'src/synth/**/*.ts', 'src/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['@aws-sdk/*', '@smithy/*'], message: 'nothing under src knows the AWS SDK' }] }],
    },
  });
  eslint.addRules({
    '@typescript-eslint/no-explicit-any': ['error'],
  });
}
