import type { awscdk } from 'projen';

/** CDK's own dependencies at the versions that the lowest CDK asks for. */
const LOWEST = {
  '@aws-cdk/asset-awscli-v1': '2.2.208',
  '@aws-cdk/asset-kubectl-v20': '2.1.3',
  '@aws-cdk/asset-node-proxy-agent-v6': '2.1.0',
  '@aws-cdk/cloud-assembly-schema': '39.1.34',
};

/** The snippets of the README and of the API's docs in all languages: jsii-pacmak puts them into the packages of these. */
const TABLET = '.jsii.tabl.json.gz';

/** That Node.js 20 is old is not for each tool of jsii to tell. */
const QUIET = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };

/** What users of five languages install. */
export function addPackages(project: awscdk.AwsCdkConstructLibrary): void {
  // src as jsii compiled it, the handler as it was bundled, and nothing that merely lies about.
  project.package.addField('files', [
    'lib', '!lib/**/*.tsbuildinfo', 'assets/handler', 'assets/cli', 'assets/THIRD-PARTY-LICENSES.txt', '.jsii', TABLET, 'API.md',
    'CHANGELOG.md',
  ]);
  // Maps that hold the sources would be two fifths of the package.
  project.tryFindObjectFile('tsconfig.json')!.addOverride('compilerOptions', { inlineSourceMap: false, inlineSources: false });
  // The Go package demands, as its least versions, whatever is installed here.
  project.tryFindObjectFile('package.json')!.addOverride('overrides', LOWEST);

  const snippets = project.addTask('snippets', {
    description: 'Compiles the snippets of the README and of the API as jsii knows them, and translates them',
  });
  // Without what was translated before, so that a tablet of today tells of today.
  snippets.exec(`rm -f ${TABLET}`);
  snippets.exec('jsii-rosetta extract --strict --compress-tablet');
  snippets.exec('tsx rosetta/translations.ts');
  project.gitignore.exclude(`/${TABLET}`);
  project.postCompileTask.spawn(snippets);

  const packages = project.addTask('packages', {
    description: 'Builds the packages of all languages into dist; that of .NET is generated where there is no dotnet',
    env: QUIET,
  });
  [project.preCompileTask, project.compileTask, snippets].forEach((task) => packages.spawn(task));
  packages.exec('tsx test/consumers/build.ts');

  project.addTask('consumers', {
    description: 'Runs the examples of each language from the built packages, and compares their templates',
    exec: 'tsx test/consumers/index.ts',
    receiveArgs: true,
    env: QUIET,
  });

  const check = project.addTask('package:check', {
    description: 'Looks at what npm would publish: all that users need, nothing else, not too large',
    exec: 'tsx test/package/check.ts',
  });
  project.postCompileTask.spawn(check);
}
