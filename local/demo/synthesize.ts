import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { AuthStack } from './app';
import type { UserPoolSettingsOptions } from '../../src';
import { PROPERTY, RESOURCE_TYPE } from '../../src/core/wire/contract';
import type { JsonObject } from '../../src/core/wire/json';
import type { Template } from '../deployment';

export interface Synthesized {
  readonly template: Template;
  /** The settings that the template declares, in the API's spelling. */
  readonly declared: JsonObject;
}

/** What `cdk synth` does: the app's templates and assets in a folder. */
export function synthesize(outdir: string, userPoolId: string, added: UserPoolSettingsOptions): Synthesized {
  const app = new App({ outdir });
  const stack = new AuthStack(app, 'Auth', userPoolId, added);
  const template = app.synth().getStackArtifact(stack.artifactId).template as Template;
  const settings = Object.values(template.Resources).find(({ Type }) => Type === RESOURCE_TYPE)!;
  return { template, declared: settings.Properties![PROPERTY.SETTINGS] as JsonObject };
}

/** The lines of the app that matter, as they are run. */
export function shownLines(): string[] {
  const lines = readFileSync(join(__dirname, 'app.ts'), 'utf8').split('\n');
  const first = lines.findIndex((line) => line.includes('new UserPoolSettings('));
  const indent = lines[first].search(/\S/);
  const last = lines.indexOf(`${' '.repeat(indent)}});`, first);
  return lines.slice(first, last + 1).map((line) => line.slice(indent));
}
