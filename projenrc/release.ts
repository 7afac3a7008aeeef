import { javascript, release, type awscdk } from 'projen';

/** What the tests hold against other judges than ours: `.ci/run` does the same. */
const SECOND_OPINIONS = {
  steps: [
    {
      name: 'Install moto, cfn-lint and the AWS CLI',
      run: 'python3 -m venv .venv && .venv/bin/pip install --quiet --requirement test/second-opinion/requirements.txt',
    },
    { name: 'Install the newest CDK and cdk-nag', run: 'npm ci --prefix test/second-opinion/newest-cdk' },
  ],
  // Without them these tests would be left out, with a word that nobody reads.
  env: { REQUIRE_MOTO: '1', REQUIRE_CFN_LINT: '1', REQUIRE_AWS_CLI: '1', REQUIRE_PYTHON: '1', REQUIRE_NAG: '1' },
};

/** Who may publish is said by each registry, which trusts the release workflow: docs/releasing.md. */
const TRUSTED = { trustedPublishing: true };

export const RELEASE = {
  // A person decides that there is a release, in the environment that the registries know.
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  releaseEnvironment: 'release',
  // A breaking change makes 0.2.0 of 0.1.0, never 1.0.0 by accident.
  majorVersion: 0,
  // Without a tag, projen would release the 0.0.0 that stands in package.json.
  nextVersionCommand: '[ -n "$LATEST_TAG" ] || echo 0.1.0',

  npmTrustedPublishing: true,
  publishToPypi: { distName: 'cdk-cognito-user-pool-settings', module: 'cdk_cognito_user_pool_settings', ...TRUSTED },
  publishToMaven: {
    javaPackage: 'io.github.cdkcognitouserpoolsettings',
    // The name of the account, as the Central Portal verifies it; a package of Java cannot have its hyphens.
    mavenGroupId: 'io.github.cdk-cognito-user-pool-settings',
    mavenArtifactId: 'cdk-cognito-user-pool-settings',
    // The Central Portal; it knows no trusted publishers.
    mavenServerId: 'central-ossrh',
  },
  publishToNuget: { dotNetNamespace: 'CdkCognitoUserPoolSettings', packageId: 'CdkCognitoUserPoolSettings', ...TRUSTED },
  publishToGo: { moduleName: 'github.com/cdk-cognito-user-pool-settings/cdk-cognito-user-pool-settings-go' },

  // The newest of the line that the package promises, which tools ask for; the first of it is too old for them.
  workflowNodeVersion: '20',
  buildWorkflowOptions: { mutableBuild: false, preBuildSteps: SECOND_OPINIONS.steps, env: SECOND_OPINIONS.env },
  releaseWorkflowSetupSteps: SECOND_OPINIONS.steps,
  releaseWorkflowEnv: SECOND_OPINIONS.env,
  // Here and not in `compile`, which has to work without a network.
  postBuildSteps: [{ name: 'Compare the API with the last release', run: 'npx projen compat' }],

  depsUpgradeOptions: {
    workflow: true,
    workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.WEEKLY },
  },
} satisfies Partial<awscdk.AwsCdkConstructLibraryOptions>;

const CHANGELOG_CHECK = [
  'grep -qE "^## $(cat dist/version.txt)( |$)" CHANGELOG.md',
  '(echo "CHANGELOG.md has no section ## $(cat dist/version.txt)" >&2; exit 1)',
].join(' || ');

export function addRelease(project: awscdk.AwsCdkConstructLibrary): void {
  // Before the build, and thereby before anything is tagged or published.
  project.tasks.tryFind('bump')!.exec(CHANGELOG_CHECK, { name: 'the changelog tells of this version' });
  // Not before a release, whose packages carry its version.
  project.buildWorkflow!.addPostBuildSteps({
    name: 'Run the examples of each language from the built packages',
    run: 'npx projen packages && npx projen consumers',
    env: { REQUIRE_CONSUMERS: '1' },
  });
  const workflow = project.tryFindObjectFile('.github/workflows/release.yml')!;
  // Trusted publishing asks for npm 11.5, which comes with Node.js 24. Step 0 sets Node.js up.
  workflow.addOverride('jobs.release_npm.steps.0.with.node-version', '24');
  // npm knows its own registry. Step 9 publishes.
  workflow.addDeletionOverride('jobs.release_npm.steps.9.env.NPM_REGISTRY');
}
