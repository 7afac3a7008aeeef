'use strict';
// node judge.js OUTDIR: synthesizes every app, and writes OUTDIR/verdicts.json: what cdk-nag 2 says as an aspect, cdk-nag 3
// as a plugin, and the validation that CDK itself brings along.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Aspects, Validations } = require('aws-cdk-lib');
const { VALIDATION_REPORT_FILE } = require('aws-cdk-lib/cx-api');
const nag2 = require('cdk-nag');
const nag3 = require('cdk-nag-3');
const { Construct } = require('constructs');
const { synthesizeAll } = require('./synthesize');

// As the report calls them; `CloudFormation Validate` and `Construct Annotations` are CDK's own.
const NAMES = { AwsSolutions: 'cdk-nag 3' };

const [outdir] = process.argv.slice(2);
const verdicts = [];

void synthesizeAll(outdir, ({ app, flags, name: appName, folder, library }) => {
  const types = Object.values(library).filter((each) => each?.prototype instanceof Construct);
  const ours = app.node.findAll().filter((each) => types.some((type) => each instanceof type)).map(({ node }) => node.path);
  const isOurs = (path) => ours.some((each) => path === each || path?.startsWith(`${each}/`));

  const findings = [];
  const find = (judge, rule, path, message) => findings.push({ judge, rule, path, isOurs: isOurs(path), message });
  let passed = 0;

  Aspects.of(app).add(new nag2.AwsSolutionsChecks({
    reports: false,
    additionalLoggers: [{
      onCompliance: ({ resource }) => { passed += isOurs(resource.node.path) ? 1 : 0; },
      onNonCompliance: ({ resource, ruleId, findingId, ruleInfo }) =>
        find('cdk-nag 2', findingId ? `${ruleId}[${findingId}]` : ruleId, resource.node.path, ruleInfo),
      // A rule that threw has not judged.
      onError: ({ resource, ruleId, errorMessage }) => find('cdk-nag 2', ruleId, resource.node.path, errorMessage),
      // A finding that a template answers with its reason is answered.
      onSuppressed: () => {},
      // A rule that cannot judge is not.
      onSuppressedError: ({ resource, ruleId, errorMessage }) => find('cdk-nag 2', ruleId, resource.node.path, errorMessage),
      onNotApplicable: () => {},
    }],
  }));
  Validations.of(app).addPlugins(new nag3.AwsSolutionsChecks(app, { verbose: true }));

  return () => {
    const { pluginReports } = JSON.parse(readFileSync(join(folder, VALIDATION_REPORT_FILE), 'utf8'));
    for (const { pluginName, violations } of pluginReports) {
      for (const { ruleName, description, violatingConstructs } of violations) {
        // cdk-nag 2 annotates what its logger was told already.
        if (description.startsWith('AwsSolutions-')) continue;
        const name = NAMES[pluginName] ?? pluginName;
        for (const { constructPath } of violatingConstructs) find(name, ruleName, constructPath, description);
      }
    }
    verdicts.push({ flags, app: appName, passed, findings });
  };
}).then(() => writeFileSync(join(outdir, 'verdicts.json'), JSON.stringify(verdicts)));
