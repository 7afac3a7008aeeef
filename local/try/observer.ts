import type { Path } from '../../src/core/wire/path';
import type { EmbeddedCognito, LoggedRequest } from '../cognito';
import { difference, type Change } from '../demo/difference';
import { settingsOf, type Settings } from '../demo/settings';
import type { DeploymentResult, LocalDeployment, Template } from '../deployment';

export interface PoolReport {
  readonly userPoolId: string;
  /** The pool was made by the stack: it is compared with one that has nothing set. */
  readonly isNew: boolean;
  readonly before: Settings;
  readonly changes: readonly Change[];
}

export interface DeploymentReport {
  readonly result: DeploymentResult;
  readonly calls: readonly LoggedRequest[];
  readonly pools: readonly PoolReport[];
  /** What the Lambda wrote to its log. */
  readonly logs: readonly string[];
}

/** Reads in the pools what a deployment did, and asks nobody who took part in it. */
export class Observer {
  private readonly nothingSet: Settings;

  constructor(
    private readonly cognito: EmbeddedCognito,
    private readonly deployment: LocalDeployment,
    private readonly existing: readonly string[],
  ) {
    this.nothingSet = settingsOf(cognito, cognito.createUserPool());
  }

  public async deploy(template: Template, parameters: Readonly<Record<string, string>>): Promise<DeploymentReport> {
    const before = new Map(this.pools().map((userPoolId) => [userPoolId, settingsOf(this.cognito, userPoolId)]));
    const [calls, logs] = [this.cognito.requests.length, this.deployment.logs.length];
    const result = await this.deployment.deploy(template, parameters);
    const there = result.reason === undefined ? this.pools() : this.existing;
    const pools = there.map((userPoolId): PoolReport => {
      const former = before.get(userPoolId) ?? this.nothingSet;
      const changes = difference(former, settingsOf(this.cognito, userPoolId)).filter(({ path }) => !isOfSystem(path));
      return { userPoolId, isNew: !before.has(userPoolId), before: former, changes };
    });
    return { result, pools, calls: this.cognito.requests.slice(calls), logs: this.deployment.logs.slice(logs) };
  }

  private pools(): string[] {
    const made = this.deployment.resources.filter(({ type }) => type === 'AWS::Cognito::UserPool');
    return [...this.existing, ...made.map(({ physicalId }) => physicalId)];
  }
}

/** CloudFormation's own tags. */
function isOfSystem([name, key]: Path): boolean {
  return name === 'UserPoolTags' && key.startsWith('aws:');
}
