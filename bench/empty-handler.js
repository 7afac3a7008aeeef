'use strict';
/** The least that a custom resource's Lambda can be: it replies, with nothing but Node.js. */
const { request } = require('node:https');

exports.handler = (event) => new Promise((resolve, reject) => {
  const { StackId, RequestId, LogicalResourceId } = event;
  const body = JSON.stringify({ Status: 'SUCCESS', PhysicalResourceId: 'empty', StackId, RequestId, LogicalResourceId });
  const headers = { 'content-type': '', 'content-length': Buffer.byteLength(body) };
  request(event.ResponseURL, { method: 'PUT', headers }, (response) => response.resume().on('end', resolve))
    .on('error', reject)
    .end(body);
});
