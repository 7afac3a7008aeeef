import { Session } from '../../cli/aws/session';
import { probeBy, type ProbeOptions } from '../../cli/commands/probe';
import type { Context } from '../../cli/context';
import type { Given } from '../../cli/probe/given';
import { sentenceOf } from '../../cli/sentence';
import { coloursFor } from '../../cli/terminal/colours';
import type { World } from '../../cli/world';
import { serveCognito, type EmbeddedCognito } from '../../local/cognito';
import { Log } from '../../service/log';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { FakeClock } from '../handler/support';

export const ACCOUNT = '123456789012';

export const GIVEN: Required<Given> = {
  smsRole: `arn:aws:iam::${ACCOUNT}:role/sms`,
  smsExternalId: 'external-secret',
  sesIdentity: `arn:aws:ses:us-east-1:${ACCOUNT}:identity/mail.example.org`,
  function: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:trigger`,
  kmsKey: `arn:aws:kms:us-east-1:${ACCOUNT}:key/00000000-0000-4000-8000-000000000000`,
};

export interface Run {
  readonly exitCode?: number;
  readonly json: JsonObject;
  readonly text: string;
  readonly warnings: readonly string[];
  readonly steps: readonly string[];
  /** The sentence of a failure. */
  readonly failure?: string;
}

export interface RunOptions {
  readonly options?: ProbeOptions;
  readonly clock?: FakeClock;
  readonly interrupted?: AbortSignal;
  /** A person watches: what is being done now. */
  readonly onStep?: (text: string) => void;
}

/** The whole command against a served Cognito, in time that passes by sleeping alone. */
export async function runProbe(cognito: EmbeddedCognito, run: RunOptions = {}): Promise<Run> {
  const { options = GIVEN, clock = new ChancyClock(), interrupted = new AbortController().signal, onStep } = run;
  const server = await serveCognito(cognito);
  const [warnings, steps]: [string[], string[]] = [[], []];
  const nowhere = { write: () => {} };
  const world: World = {
    stdout: nowhere,
    stderr: nowhere,
    stdin: (async function* () { /* nothing */ })(),
    environment: {},
    interrupted,
    credentials: async () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }),
  };
  const session = new Session({ region: 'us-east-1', endpointUrl: server.url }, world, new Log({}, () => {}));
  const context: Context = {
    world,
    session,
    warn: (sentence) => warnings.push(sentence),
    progress: { step: (text) => { steps.push(text); onStep?.(text); }, done: () => {} },
  };
  try {
    const report = await probeBy(clock, { createAndDeleteAUserPool: true, ...options }, context);
    const published = (text: string) => text.replaceAll(server.url, 'http://endpoint');
    const text = published(report.text({ colours: coloursFor(nowhere, {}), width: 120 }));
    const json = JSON.parse(published(JSON.stringify(report.json))) as JsonObject;
    const failure = report.failure && published(report.failure);
    return { exitCode: report.exitCode, json, text, warnings: warnings.map(published), steps, ...failure !== undefined && { failure } };
  } catch (error) {
    const failure = sentenceOf(error, (text) => session.redactor.redact(text)).replaceAll(server.url, 'http://endpoint');
    return { json: {}, text: '', warnings, steps, failure };
  } finally {
    await server.close();
  }
}

/** Names and ids that differ from run to run, in the same way each time. */
export class ChancyClock extends FakeClock {
  private chances = 0;

  override random(): number {
    this.chances += 1;
    return (this.chances * 0.618034) % 1;
  }
}

export function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The pools that are there, by any name. */
export function poolsOf(cognito: EmbeddedCognito): JsonObject[] {
  return objects(cognito.otherWriter('ListUserPools', { MaxResults: 60 }).UserPools);
}
