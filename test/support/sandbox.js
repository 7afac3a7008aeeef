'use strict';
// CDK's own handlers drop the port of the URL that they reply to: CloudFormation's has none, ours must have one.
const { globalAgent } = require('node:https');

process.on('message', ({ event }) => { globalAgent.defaultPort = Number(new URL(event.ResponseURL).port); });
