import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APPS } from './apps';
import { FLAGS, INSTALL, isNewestCdkInstalled, judgeWithNewestCdk, type Finding, type Verdict } from './newest-cdk';
import { describeOpinion } from './opinion';

/**
 * What the newest CDK synthesizes of our constructs, in the opinion of cdk-nag's AwsSolutions, versions 2 and 3, and of CDK's
 * own validation and warnings. The apps' own functions, keys and pools may be as they are.
 */
const isInstalled = isNewestCdkInstalled();
const opinion = describeOpinion(isInstalled, 'REQUIRE_NAG',
  `the newest CDK and cdk-nag are not installed: their opinion is skipped. To hear it: ${INSTALL}`);

/** Our own warnings, which the apps ask for. */
const OUR_WARNINGS = 'Annotation::cdk-cognito-user-pool-settings:';

opinion('in the opinion of cdk-nag and the newest CDK', () => {
  let outdir: string;
  let verdicts: Verdict[];

  beforeAll(async () => {
    if (!isInstalled) throw new Error(`REQUIRE_NAG is set, but what the folder asks for is not installed: ${INSTALL}`);
    outdir = mkdtempSync(join(tmpdir(), 'cdk-nag-'));
    verdicts = await judgeWithNewestCdk(outdir);
  }, 240_000);
  afterAll(() => outdir === undefined ? undefined : rmSync(outdir, { recursive: true, force: true }));

  function verdictOn(app: string, flags: string): Verdict {
    return verdicts.find((each) => each.app === app && each.flags === flags)!;
  }

  /** Findings about us; CDK's validation also finds what belongs to no resource. */
  function findingsOf({ findings }: Verdict): Finding[] {
    return findings.filter(({ judge, rule, isOurs }) =>
      (isOurs && !rule.startsWith(OUR_WARNINGS)) || judge === 'CloudFormation Validate');
  }

  describe.each(FLAGS)('with %s', (flags) => {
    test.each(Object.keys(APPS))('nothing is to be said of our part of: %s', (app) => {
      const verdict = verdictOn(app, flags);
      expect(findingsOf(verdict)).toEqual([]);
      expect(verdict.passed).toBeGreaterThan(0);
    });

    test('each of the judges tells a fault', () => {
      const found = findingsOf(verdictOn('FAULTY', flags)).map(({ judge, rule, path }) => `${judge}: ${rule} at ${path}`);
      expect(found.sort()).toEqual([
        'CloudFormation Validate: E3717 at Stack/UserPoolSettingsProvider/Function/Resource',
        'cdk-nag 2: AwsSolutions-IAM5[Action::cognito-idp:*] at Stack/UserPoolSettingsProvider/Role/DefaultPolicy/Resource',
        'cdk-nag 2: AwsSolutions-IAM5[Resource::*] at Stack/UserPoolSettingsProvider/Role/DefaultPolicy/Resource',
        'cdk-nag 3: AwsSolutions-IAM5[Action::cognito-idp:*] at Stack/UserPoolSettingsProvider/Role/DefaultPolicy/Resource',
        'cdk-nag 3: AwsSolutions-IAM5[Resource::*] at Stack/UserPoolSettingsProvider/Role/DefaultPolicy/Resource',
      ]);
    });
  });
});
