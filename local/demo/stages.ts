import { ADDED } from './app';
import { observe, type Observation } from './observe';
import { leavesOf, type Settings } from './settings';
import { synthesize } from './synthesize';
import type { UserPoolSettingsOptions } from '../../src';
import type { EmbeddedCognito } from '../cognito';
import { LocalDeployment, type DeploymentResult, type StackStatus } from '../deployment';

export interface Stage {
  readonly name: string;
  /** What somebody has added to the app since the last stage. */
  readonly added?: UserPoolSettingsOptions;
  readonly shouldEnd: StackStatus;
}

export interface StageReport extends Stage, Observation<DeploymentResult> {
  /** What the pool should have now for the app's sake: nothing that it had not before, if the stage is to fail or to delete. */
  readonly asked: Settings;
  /** What the Lambda wrote to its log. */
  readonly logs: readonly string[];
}

/** The life of a stack. */
export const STAGES: readonly Stage[] = [
  { name: 'create', shouldEnd: 'CREATE_COMPLETE' },
  { name: 'update', shouldEnd: 'UPDATE_COMPLETE', added: ADDED.update },
  { name: 'failing update', shouldEnd: 'UPDATE_ROLLBACK_COMPLETE', added: ADDED.refused },
  { name: 'delete', shouldEnd: 'DELETE_COMPLETE' },
];

export interface Place {
  readonly cognito: EmbeddedCognito;
  readonly cognitoUrl: string;
  readonly userPoolId: string;
  /** Where the app is synthesized to. */
  readonly outdir: string;
}

/** Goes through the stages with one stack and the shipped Lambda. */
export async function* deployStages({ cognito, cognitoUrl, userPoolId, outdir }: Place): AsyncGenerator<StageReport> {
  const deployment = await LocalDeployment.start({ cognitoUrl, stackName: 'Auth', assetsDir: outdir });
  try {
    let app: UserPoolSettingsOptions = {};
    for (const stage of STAGES) {
      app = { ...app, ...stage.added };
      const { template, declared } = synthesize(outdir, userPoolId, app);
      const logged = deployment.logs.length;
      const doing = async () => stage.shouldEnd === 'DELETE_COMPLETE' ? deployment.destroy() : deployment.deploy(template);
      const observation = await observe(cognito, userPoolId, doing);
      const succeeds = stage.shouldEnd === 'CREATE_COMPLETE' || stage.shouldEnd === 'UPDATE_COMPLETE';
      yield { ...stage, ...observation, asked: leavesOf(succeeds ? declared : {}), logs: deployment.logs.slice(logged) };
    }
  } finally {
    await deployment.close();
  }
}
