'use strict';
// AwsCustomResource's handler drops the port of the URL that it replies to: CloudFormation's has none, ours must have one.
const { globalAgent } = require('node:https');

process.on('message', ({ event }) => { globalAgent.defaultPort = Number(new URL(event.ResponseURL).port); });
