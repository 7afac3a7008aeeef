import { again } from './again';
import { Observer, type DeploymentReport } from './observer';
import { foreignTypes, poolsNeeded } from './pools';
import type { Synthesized } from './synthesize';
import { UserPools } from '../cloudformation';
import { EmbeddedCognito, serveCognito, type Seed } from '../cognito';
import { writesIn } from '../demo/changes';
import { settingsOf } from '../demo/settings';
import { LocalDeployment, type StackEvent } from '../deployment';
import { RECORDED } from '../deployment/default-models';

/** What stands in for a pool that the app imports. */
export interface Seeded {
  readonly userPoolId: string;
  readonly settings: number;
}

/** Who is told what happens, as it happens. */
export interface Watching {
  started(seeded: readonly Seeded[], notRun: readonly string[]): void;
  /** Of the first deployment. */
  event(event: StackEvent): void;
  first(report: DeploymentReport): void;
  /** The same once more, if the first went well. */
  second(report: DeploymentReport): void;
}

/** Deploys a synthesized app twice, on an embedded Cognito that has the pools which it wants; gives whether all went well. */
export async function deployTwice(app: Synthesized, seed: Seed, watching: Watching, cognitoFor = accountWith): Promise<boolean> {
  const { template, assetsDir, stackName, accountId } = app;
  const { ids, parameters, exports } = poolsNeeded(template);
  // An app that leaves the Region open is deployed to where its pools are.
  const region = app.region ?? ids[0]?.split('_')[0] ?? 'us-east-1';
  const cognito = cognitoFor(region, accountId);
  const seeded = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, cognito.seed(seed)]));
  ids.forEach((userPoolId) => cognito.seed({ ...seed, userPoolId }));
  const [values, imports] = [seeded(parameters), seeded(exports)];
  const existing = [...ids, ...Object.values(values), ...Object.values(imports)];
  const foreign = foreignTypes(template);
  watching.started(existing.map((userPoolId) => ({ userPoolId, settings: settingsOf(cognito, userPoolId).size })), foreign);

  let isFirst = true;
  const server = await serveCognito(cognito);
  try {
    const deployment = await LocalDeployment.start({
      cognitoUrl: server.url,
      stackName,
      assetsDir,
      region,
      imports,
      accountId,
      resources: {
        'AWS::Cognito::UserPool': new UserPools(cognito),
        ...Object.fromEntries(foreign.map((type) => [type, RECORDED])),
      },
      onEvent: (event) => { if (isFirst) watching.event(event); },
    });
    try {
      const observer = new Observer(cognito, deployment, existing);
      const first = await observer.deploy(template, values);
      watching.first(first);
      if (first.result.status !== 'CREATE_COMPLETE') return false;
      isFirst = false;
      const second = await observer.deploy(again(template), values);
      watching.second(second);
      return second.result.status === 'UPDATE_COMPLETE' && writesIn(second.calls).length === 0;
    } finally {
      await deployment.close();
    }
  } finally {
    await server.close();
  }
}

function accountWith(region: string, accountId?: string): EmbeddedCognito {
  return new EmbeddedCognito({ region, accountId });
}
