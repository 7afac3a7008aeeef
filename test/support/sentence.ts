import type { DeploymentResult, LocalDeployment } from '../../local/deployment';

/** The handler's own words of why it failed, without those that CloudFormation puts around them. */
export function sentenceOf({ reason }: DeploymentResult): string {
  const said = /^Received response status \[FAILED\] from custom resource\. Message returned: ([^]*) \(RequestId: [\w-]+\)$/.exec(reason ?? '');
  if (!said) throw new Error(`no reply of the handler: ${reason}`);
  return said[1];
}

/** One sentence: no lines, no stop, no stack trace, and in the time that Lambda gives. */
export function expectOneSentence(deployment: LocalDeployment, result: DeploymentResult, essentials: RegExp): void {
  const sentence = sentenceOf(result);
  expect(sentence).toMatch(essentials);
  expect(sentence).not.toMatch(/[\n\r]|\.$|\bat .*:\d+:\d+|undefined|\[object/);
  expectNoHang(deployment);
}

export function expectNoHang({ invocations, replyProblems }: LocalDeployment): void {
  expect(invocations.filter(({ error }) => error !== undefined)).toEqual([]);
  expect(replyProblems).toEqual([]);
}
