import type { awscdk } from 'projen';

/** Commands beside projen's own: what the README and CONTRIBUTING name. */
export function addTools(project: awscdk.AwsCdkConstructLibrary): void {
  const bundle = project.tasks.tryFind('bundle')!;

  const demo = project.addTask('demo', { description: 'Shows the main job on this machine, without an AWS account', receiveArgs: true });
  demo.spawn(bundle);
  demo.exec('tsx local/demo/index.ts', { receiveArgs: true });

  const tried = project.addTask('try', { description: 'Deploys any CDK app of one stack on this machine, without an AWS account', receiveArgs: true });
  tried.spawn(bundle);
  tried.exec('tsx local/try/index.ts', { receiveArgs: true });

  const bench = project.addTask('bench', { description: 'Measures the handler and AwsCustomResource side by side', receiveArgs: true });
  bench.spawn(bundle);
  bench.exec('tsx bench/index.ts', { receiveArgs: true });

  const integ = project.addTask('integ', {
    description: 'Deploys the tests of test/integ to an AWS account, checks and destroys them: docs/integration-tests.md',
    receiveArgs: true,
  });
  integ.spawn(bundle);
  integ.exec(
    'integ-runner --directory test/integ --language typescript --app "tsx --tsconfig tsconfig.dev.json {filePath}" --force',
    { receiveArgs: true },
  );

  project.tasks.tryFind('docgen')!.reset('tsx docs/api-reference.ts');
  project.postCompileTask.spawn(project.addTask('docs', {
    description: 'Writes the pages that the ledger, the rules, the errors, the transitions of MFA and the bench tell',
    exec: 'tsx docs/generate.ts',
  }));
  project.postCompileTask.spawn(project.addTask('docs:coverage', {
    description: 'Counts the public members whose words are whole, and tells what is missing',
    exec: 'tsx docs/api-coverage/index.ts',
  }));

  project.addTask('eslint:fix', {
    description: 'Lets eslint mend what it can',
    env: { ESLINT_USE_FLAT_CONFIG: 'false', NODE_NO_WARNINGS: '1' },
    exec: 'eslint --fix --ext .ts --no-error-on-unmatched-pattern src service handler cli local test bench examples projenrc docs rosetta .projenrc.ts',
  });

  project.addTask('laws', {
    description: 'Holds the laws against many new random cases, LAW_RUNS of each, by a seed that is printed or by LAW_SEED',
    exec: 'LAW_RUNS=${LAW_RUNS:-5000} LAW_SEED=${LAW_SEED:-random} jest --coverage=false --maxWorkers=2 test/laws',
  });

  const typecheck = project.addTask('typecheck', { description: 'Type-checks all that jsii does not compile', exec: 'tsc --noEmit -p tsconfig.dev.json' });
  project.testTask.spawn(typecheck);
}
