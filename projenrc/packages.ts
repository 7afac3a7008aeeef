import type { awscdk } from 'projen';

/** CDK's own dependencies at the versions that the lowest CDK asks for. */
const LOWEST = {
  '@aws-cdk/asset-awscli-v1': '2.2.208',
  '@aws-cdk/asset-kubectl-v20': '2.1.3',
  '@aws-cdk/asset-node-proxy-agent-v6': '2.1.0',
  '@aws-cdk/cloud-assembly-schema': '39.1.34',
};

/** What users of five languages install. */
export function addPackages(project: awscdk.AwsCdkConstructLibrary): void {
  // src as jsii compiled it, the handler as it was bundled, and nothing that merely lies about.
  project.package.addField('files', ['lib', '!lib/**/*.tsbuildinfo', 'assets', '.jsii', 'API.md', 'CHANGELOG.md']);
  // Maps that hold the sources would be two fifths of the package.
  project.tryFindObjectFile('tsconfig.json')!.addOverride('compilerOptions', { inlineSourceMap: false, inlineSources: false });
  // The Go package demands, as its least versions, whatever is installed here.
  project.tryFindObjectFile('package.json')!.addOverride('overrides', LOWEST);
}
