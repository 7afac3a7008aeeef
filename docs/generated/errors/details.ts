import type { Row } from './row';

/** In brackets, or in the log alone. */
export const DETAILS: readonly Row[] = [
  {
    of: 'no whole answer from',
    cause: 'The answer did not come, or not to its end, in 20 seconds or in the time that was left',
    remedy: 'A single one is tried again by itself; if it stays so, look at the network',
  },
  {
    of: 'no connection to',
    cause: 'The connection could not be opened: 3 seconds went by, or the system says why, such as `ENOTFOUND` or `ECONNREFUSED`',
    remedy: 'Look at name resolution, routes, security groups and `endpointUrl`',
  },
  {
    of: 'the connection broke to',
    cause: 'The connection was closed on the way, for example `ECONNRESET`',
    remedy: 'As above',
  },
  {
    of: 'the time of this run was used up',
    cause: 'No call was begun any more; what follows is the last failure',
    remedy: 'Mend that, or give the provider a longer `timeout`',
  },
  {
    of: 'the pool was read before a pause',
    cause: 'A write was not sent, since the pool may have been changed since it was read',
    remedy: 'Nothing: the pool is read again',
  },
  {
    of: '(cut; the whole text is in the log)',
    cause: 'The reason did not fit into the 4,096 bytes of a reply',
    remedy: 'Read the log line `run failed`',
  },
  {
    of: 'no reason was given',
    cause: 'A failure without words',
    remedy: 'Read the log; report it',
  },
  {
    of: 'the request has no https ResponseURL',
    cause: 'The function was invoked by hand or by a test event',
    remedy: 'Nothing to do',
  },
  {
    of: 'CloudFormation did not take the reply',
    cause: 'The address that CloudFormation gave for the reply could not be reached, or refused it: in a VPC mostly a missing way to Amazon S3',
    remedy: 'Open that way. CloudFormation waits until its timeout and fails the resource, whatever the function did; then deploy again',
  },
  {
    of: 'call failed, pausing',
    cause: 'A call to Cognito failed and is tried again',
    remedy: 'Nothing, unless it ends in `run failed`',
  },
];
