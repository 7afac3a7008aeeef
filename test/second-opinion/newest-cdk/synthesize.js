'use strict';
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { App } = require('aws-cdk-lib');
const { load } = require('./library');

// An app that was begun today has all flags, one that has grown up with CDK may have none.
const FLAGS = { 'no flags': {}, 'recommended flags': require('aws-cdk-lib/recommended-feature-flags.json') };
const CONTEXT = {
  'aws:cdk:enable-path-metadata': true,
  // What CDK's own validation finds goes into a report and ends nothing.
  '@aws-cdk/core:failSynthOnValidationErrors': false,
  '@aws-cdk/core:annotationsInValidationReport': true,
};

/** Every app with each set of flags; `each` adds judges to the built app and is told when it is synthesized. */
exports.synthesizeAll = async (outdir, each = () => () => {}) => {
  const { APPS, FAULTY, library } = await load();
  for (const [flags, context] of Object.entries(FLAGS)) {
    for (const [name, build] of Object.entries({ ...APPS, FAULTY })) {
      const folder = join(outdir, flags, name);
      mkdirSync(folder, { recursive: true });
      const app = new App({ outdir: folder, analyticsReporting: false, context: { ...context, ...CONTEXT } });
      build(app);
      const done = each({ app, flags, name, folder, library });
      app.synth();
      done();
    }
  }
};

// node synthesize.js OUTDIR
if (require.main === module) void exports.synthesizeAll(process.argv[2]);
