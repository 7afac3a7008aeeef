import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lossesOf } from './difference';
import { ONE_OPTION, updateUserPool } from './naive';
import { observe } from './observe';
import { brokenPromises, sameChange } from './promises';
import type { Screen } from './screen';
import { leavesOf, settingsOf } from './settings';
import { deployStages } from './stages';
import { shownLines } from './synthesize';
import { EmbeddedCognito, poolWithEverything, serveCognito } from '../cognito';

/** The whole demo, told as it happens; gives the promises that were broken. */
export async function run(screen: Screen, say: (lines: readonly string[]) => void, cognito = forgetful()): Promise<string[]> {
  const server = await serveCognito(cognito);
  const outdir = await mkdtemp(join(tmpdir(), 'cdk.out-'));
  try {
    const naivePool = cognito.seed(poolWithEverything());
    say(screen.opening(settingsOf(cognito, naivePool).size));
    const asked = leavesOf(ONE_OPTION);
    const naive = await observe(cognito, naivePool, async () => updateUserPool(server.url, naivePool, ONE_OPTION));
    say(screen.naiveWay(naivePool, ONE_OPTION, asked, naive));

    const userPoolId = cognito.seed(poolWithEverything());
    const broken: string[] = [];
    const lost = new Set<string>();
    say(screen.app(shownLines()));
    for await (const report of deployStages({ cognito, cognitoUrl: server.url, userPoolId, outdir })) {
      say(screen.stage(report));
      lossesOf(report.changes, report.asked).forEach(({ name }) => lost.add(name));
      broken.push(...brokenPromises(report), ...report.shouldEnd === 'CREATE_COMPLETE' ? sameChange(asked, report.asked) : []);
    }
    say(screen.summary(naive.before.size, lossesOf(naive.changes, asked).length, lost.size));
    return broken;
  } finally {
    await server.close();
    await rm(outdir, { recursive: true, force: true });
  }
}

/** As the real service: what an UpdateUserPool leaves out is reset where that was measured or is documented. */
function forgetful(): EmbeddedCognito {
  return new EmbeddedCognito({ omission: 'asMeasured' });
}
