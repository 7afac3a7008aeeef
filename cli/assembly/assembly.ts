import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudFormationStackArtifact } from '@aws-cdk/cloud-assembly-api';
import { nestedIn } from './nested';
import { templateOf, type Template } from './template';
import { Failure } from '../failure';

/** A stack of a synthesized app. */
export interface AppStack {
  /** As the CDK's CLI lists it, such as `Prod/Auth`. */
  readonly id: string;
  readonly artifactId: string;
  readonly stackName: string;
  /** Where it is deployed to, if the app says so. */
  readonly account?: string;
  readonly region?: string;
  readonly template: Template;
  /** Values that are passed with the template. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The path of the construct behind a logical id, as far as the assembly tells. */
  readonly pathOf: (logicalId: string) => string | undefined;
  /** The template of a stack that is nested in this one, or in one that is, by the logical id of its resource there. */
  nested(above: Template, logicalId: string): Template | undefined;
}

/** The stacks of a synthesized app, those first that others depend on. */
export async function stacksOf(directory: string): Promise<readonly AppStack[]> {
  const { CloudAssembly, UNKNOWN_ACCOUNT, UNKNOWN_REGION } = await import('@aws-cdk/cloud-assembly-api');
  if (!existsSync(join(directory, 'manifest.json'))) {
    throw new Failure(`there is no synthesized app in ${directory}: run cdk synth first, or name its output by --app`);
  }
  try {
    // The newest versions of what an app says to the CDK's CLI are none of our business: stacks have been the same for years.
    const assembly = new CloudAssembly(directory, { skipVersionCheck: true, skipEnumCheck: true });
    return assembly.stacksRecursively.map((artifact) => {
      const { account, region } = artifact.environment;
      const template = templateOf(artifact.template);
      return {
        id: artifact.hierarchicalId,
        artifactId: artifact.id,
        stackName: artifact.stackName,
        ...(account !== UNKNOWN_ACCOUNT && { account }),
        ...(region !== UNKNOWN_REGION && { region }),
        template,
        parameters: artifact.parameters,
        pathOf: (logicalId) => pathOf(artifact, template, logicalId),
        nested: (above, logicalId) => nestedIn(above, logicalId, artifact.templateFullPath),
      };
    });
  } catch (error) {
    throw new Failure(`the synthesized app in ${directory} cannot be read: run cdk synth again`, { cause: error });
  }
}

const LOGICAL_ID = 'aws:cdk:logicalId';

function pathOf(artifact: CloudFormationStackArtifact, template: Template, logicalId: string): string | undefined {
  const written = pathIn(template, logicalId);
  if (written !== undefined) return written;
  const found = artifact.findMetadataByType(LOGICAL_ID).filter(({ data }) => data === logicalId);
  // A resource of a nested stack may have the same.
  return found.length === 1 ? constructOf(found[0].path) : undefined;
}

export function pathIn(template: Template, logicalId: string): string | undefined {
  const path = template.Resources[logicalId]?.metadata['aws:cdk:path'];
  return typeof path === 'string' ? constructOf(path) : undefined;
}

/** `/Auth/Settings/Resource/Default` is what `Auth/Settings` makes. */
function constructOf(path: string): string {
  return path.replace(/^\//, '').replace(/\/Resource(\/Default)?$/, '');
}

/** The stacks of these names or ids, all without any. */
export function selected(stacks: readonly AppStack[], names: readonly string[]): readonly AppStack[] {
  const namesOf = ({ id, stackName, artifactId }: AppStack) => [id, stackName, artifactId];
  const missing = names.find((name) => !stacks.some((stack) => namesOf(stack).includes(name)));
  if (missing !== undefined) {
    throw new Failure(`the app has no stack ${missing}: it has ${stacks.map(({ id }) => id).join(', ') || 'none at all'}`);
  }
  return names.length === 0 ? stacks : stacks.filter((stack) => namesOf(stack).some((name) => names.includes(name)));
}
