import { REAL_CLOCK, type Clock } from '../../service/clock';
import type { Context } from '../context';
import { Failure } from '../failure';
import type { Given } from '../probe/given';
import { EXIT, type Report } from '../report';

export interface ProbeOptions extends Given {
  readonly createAndDeleteAUserPool?: boolean;
}

export async function probe(options: ProbeOptions, context: Context): Promise<Report> {
  return probeBy(REAL_CLOCK, options, context);
}

/** The same by another clock, so that a test of minutes takes none. */
export async function probeBy(clock: Clock, options: ProbeOptions, context: Context): Promise<Report> {
  const { session } = context;
  if (!options.createAndDeleteAUserPool) {
    throw new Failure('probe makes a user pool in the account of these credentials, changes its settings a few hundred times '
      + 'and deletes it: say that you want this by --create-and-delete-a-user-pool');
  }
  const region = await session.region();
  const [{ run }, { isContradicting, jsonOf }, { textOf }] = await Promise.all([
    import('../probe/run'), import('../probe/findings'), import('../probe/text'),
  ]);
  const connection = await session.connect(region);
  session.redactor.learn(options.smsExternalId);
  try {
    const findings = await run({ context, post: (...call) => connection.post(...call), clock, region, given: options });
    const { measured, left } = findings;
    if (measured.length === 0) {
      throw new Failure(`the service took no setting of the user pool, so that nothing was measured; ${left ? `and ${left}` : 'it is deleted'}`);
    }
    return {
      exitCode: left !== undefined ? EXIT.FAILED : isContradicting(findings) ? EXIT.DIFFERS : EXIT.OK,
      ...left !== undefined && { failure: left },
      json: jsonOf(findings),
      text: (style) => textOf(findings, style),
    };
  } finally {
    connection.close();
  }
}
