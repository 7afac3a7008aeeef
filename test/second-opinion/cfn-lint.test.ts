import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { APPS, FAULTY, type Build } from './apps';
import { INSTALL, isOfCdkItself, lint, pythonWithCfnLint, type Match } from './cfn-lint';
import * as newest from './newest-cdk';
import { describeOpinion } from './opinion';

/** cfn-lint knows CloudFormation's own models of the resources: what it says of whole templates, the apps' part too. */
const python = pythonWithCfnLint();
const opinion = describeOpinion(python !== undefined, 'REQUIRE_CFN_LINT',
  `cfn-lint is not installed in the version of requirements.txt: its opinion is skipped. To hear it: ${INSTALL}`);

const isNewestInstalled = newest.isNewestCdkInstalled();
const LOWEST = 'the lowest CDK';
/** By the lowest CDK with this very source, and by the newest if it is installed. */
const SYNTHESES = [LOWEST, ...isNewestInstalled ? newest.FLAGS : []];

/** Which runtimes are too old depends on the day, and no test may; test/integration/template.test.ts has the oldest that is taken. */
function isRuntimeOfItsDay({ path: [,, member, name] }: Match): boolean {
  return member === 'Properties' && name === 'Runtime';
}

opinion('in the opinion of cfn-lint', () => {
  let outdir: string;
  let matches: Match[];

  beforeAll(async () => {
    if (python === undefined) throw new Error(`REQUIRE_CFN_LINT is set, but no Python here has it: ${INSTALL}`);
    if (!isNewestInstalled && process.env.REQUIRE_NAG === '1') {
      throw new Error(`REQUIRE_NAG is set, but the newest CDK is not installed: ${newest.INSTALL}`);
    }
    outdir = mkdtempSync(join(tmpdir(), 'cfn-lint-'));
    Object.entries({ ...APPS, FAULTY }).forEach(([name, build]) => synthesize(build, join(outdir, LOWEST, name)));
    if (isNewestInstalled) await newest.synthesizeWithNewestCdk(outdir);
    const apps = [...Object.keys(APPS), 'FAULTY'];
    matches = await lint(python, outdir, SYNTHESES.flatMap((synthesis) => apps.flatMap((app) => templatesOf(synthesis, app))));
  }, 240_000);
  afterAll(() => outdir === undefined ? undefined : rmSync(outdir, { recursive: true, force: true }));

  function synthesize(build: Build, folder: string): void {
    mkdirSync(folder, { recursive: true });
    const app = new App({ outdir: folder, analyticsReporting: false, context: { 'aws:cdk:enable-path-metadata': true } });
    build(app);
    app.synth();
  }

  function templatesOf(synthesis: string, app: string): string[] {
    const folder = join(outdir, synthesis, app);
    return readdirSync(folder).filter((name) => name.endsWith('.template.json')).map((name) => join(folder, name));
  }

  function findingsOf(synthesis: string, app: string): string[] {
    return matches.filter((match) => templatesOf(synthesis, app).includes(match.file))
      .filter((match) => !isOfCdkItself(match) && !isRuntimeOfItsDay(match))
      .map(({ rule, path, message }) => `${rule} at ${path.join('/')}: ${message}`);
  }

  describe.each(SYNTHESES)('with %s', (synthesis) => {
    test.each(Object.keys(APPS))('there is neither error nor warning in: %s', (app) => {
      expect(templatesOf(synthesis, app)).not.toEqual([]);
      expect(findingsOf(synthesis, app)).toEqual([]);
    });

    test('a fault is told, and a dependency that is there twice', () => {
      expect(findingsOf(synthesis, 'FAULTY').sort()).toEqual([
        expect.stringMatching(/^E3717 at Resources\/UserPoolSettingsProviderFunction\w+\/Properties\/Timeout: 901/),
        expect.stringMatching(/^W3005 at Resources\/First\w+\/DependsOn\/0: 'UserPoolSettingsProviderFunction/),
      ]);
    });
  });
});
