import { awscdk, javascript, TextFile, typescript } from 'projen';
import { addCliBundle, CLI } from './projenrc/cli-bundle';
import { addHandlerBundle } from './projenrc/handler-bundle';
import { addImportWalls } from './projenrc/import-walls';
import { addPackages } from './projenrc/packages';
import { addRelease, RELEASE } from './projenrc/release';
import { addTools } from './projenrc/tools';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-cognito-user-pool-settings',
  description:
    'Change the settings of any Amazon Cognito user pool with AWS CDK and lose none of the others.',
  author: 'cdk-cognito-user-pool-settings maintainers',
  authorAddress: 'maintainers@users.noreply.github.com',
  repositoryUrl: 'https://github.com/cdk-cognito-user-pool-settings/cdk-cognito-user-pool-settings.git',
  license: 'Apache-2.0',
  homepage: 'https://github.com/cdk-cognito-user-pool-settings/cdk-cognito-user-pool-settings#readme',
  bugsUrl: 'https://github.com/cdk-cognito-user-pool-settings/cdk-cognito-user-pool-settings/issues',
  keywords: [
    'aws', 'aws-cdk', 'awscdk', 'cdk', 'cognito', 'amazon-cognito', 'user-pool', 'UpdateUserPool', 'custom-resource',
    'lambda-trigger', 'mfa', 'passkeys',
  ],
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),

  // 2.174.0 is the first release whose CustomResource has `serviceTimeout`, without which a dead Lambda holds a
  // deployment for an hour; 2.175.0 is the first after it whose Go module was to be had when it was tried. projen installs
  // exactly this version for compiling and testing, so what runs here is the proof that it works; test/lowest-cdk.test.ts
  // fails if another one is tested by accident.
  cdkVersion: '2.175.0',
  constructsVersion: '10.0.5',
  jsiiVersion: '~5.9.0',
  minNodeVersion: '20.0.0',

  // The public face is index.ts; `core`, `synth` and the handler are private by not being exported from it.
  docgen: true,
  sampleCode: false,

  jestOptions: {
    // A test run compares snapshots, it never writes them; `npx projen test:update` does, on purpose.
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    jestConfig: {
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      // jsii and aws-cdk-lib need heap: two workers are what a machine of two cores and CI can feed.
      maxWorkers: 2,
      testTimeout: 30_000,
      collectCoverage: false,
      moduleNameMapper: { '^cdk-cognito-user-pool-settings$': '<rootDir>/src' },
      moduleFileExtensions: ['ts', 'js', 'json', 'node'],
    },
  },

  eslintOptions: {
    dirs: ['src'],
    devdirs: ['service', 'handler', 'cli', 'local', 'test', 'bench', 'examples', 'projenrc', 'docs', 'rosetta'],
    // The check must not mend what it checks: CI fails on what a person has to look at. `npm run eslint:fix` mends.
    commandOptions: { fix: false },
    // One project for all folders: the nearest tsconfig.json of most of them is the package's own, which knows src alone.
    projectService: false,
    tsconfigPath: './tsconfig.dev.json',
  },
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    include: ['.projenrc.ts'],

    // Examples import the package by its name, as users do.
    compilerOptions: {
      noUncheckedIndexedAccess: false,
      // What the tool loads when it is asked for, it loads as a bundler finds it.
      module: 'commonjs',
      moduleResolution: javascript.TypeScriptModuleResolution.BUNDLER,
      paths: { 'cdk-cognito-user-pool-settings': ['./src/index.ts'] },
    },
  },

  // What users get is named in projenrc/packages.ts.
  npmignoreEnabled: false,
  gitignore: [
    '/assets/', '.DS_Store', '*.log', '/cdk.out/', '__pycache__/', '.venv/', '/test/integ/*.snapshot/', '/test/integ/cdk-integ.out.*',
  ],

  // What reads the AWS CLI's documents at synth, with the line and the column of each value.
  bundledDeps: ['yaml', 'jsonc-parser', 'fastest-levenshtein'],
  bin: CLI.bin,

  ...RELEASE,
  // Version 13 asks for Node.js 22; this package promises 20.
  bumpPackage: 'commit-and-tag-version@^12',
  githubOptions: {
    mergify: false,
    pullRequestLintOptions: {
      semanticTitleOptions: { types: ['feat', 'fix', 'perf', 'refactor', 'docs', 'test', 'bench', 'build', 'ci', 'chore'] },
    },
  },
  devDeps: [
    // What the handler is bundled from. They are no dependencies of the package: its users get one prebuilt file.
    '@smithy/signature-v4',
    '@smithy/node-http-handler',
    '@smithy/protocol-http',
    '@smithy/hash-node',
    '@smithy/types',
    '@types/aws-lambda',
    'esbuild',
    ...CLI.devDeps,
    // Tests, demo and bench. The integ-tests of the tested CDK's own version or of the last one before it.
    '@aws-cdk/integ-runner',
    '@aws-cdk/integ-tests-alpha@2.173.2-alpha.0',
    '@aws-sdk/client-cognito-identity-provider',
    'fast-check',
    'selfsigned',
    'tsx',
  ],
});

// 1.13.0 names optional packages that were never published, which a lock file cannot hold and `npm ci` asks for.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

new TextFile(project, '.nvmrc', { lines: ['20'] });

// A reserved word in one of five languages is a name to change, not a warning to silence.
project.compileTask.reset('jsii --fail-on-warnings');

addHandlerBundle(project);
addCliBundle(project);
addImportWalls(project);
addTools(project);
addPackages(project);
addRelease(project);

project.synth();
