import { App, Stack } from 'aws-cdk-lib';
import { median } from './statistics';
import { findingsOf } from '../src/synth/render/findings';
import { render } from '../src/synth/render/render';
import { everyOption, imported } from '../test/support/every-option';

/** What the rules cost a construct that declares every option, in ms. */
export function ruleMillis(rounds: number, warmUps = 20): number {
  const { additionalSettings: _, ...options } = everyOption(imported(new Stack(new App(), 'Rules')));
  const { settings } = render(options);
  const samples: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const started = performance.now();
    const findings = findingsOf('us-east-1_Example1', settings);
    const millis = performance.now() - started;
    if (findings.some(({ level }) => level === 'error')) throw new Error('the settings that the rules are measured with break a rule');
    if (round >= 0) samples.push(millis);
  }
  return median(samples);
}
