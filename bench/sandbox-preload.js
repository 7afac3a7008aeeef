'use strict';
/**
 * What a process on this machine lacks to be measured as a Lambda; every handler gets the same, so it cancels out.
 */

// AwsCustomResource's handler drops the port of the URL that it replies to: CloudFormation's has none, ours must have one.
require('node:https').globalAgent.defaultPort = Number(process.env.BENCH_REPLY_PORT);
