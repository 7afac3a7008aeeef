import type { IConstruct } from 'constructs';
import type { Finding } from './render';

/** All findings in one throw: the construct, then a line for each prop. */
export function throwOnFindings(scope: IConstruct, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const lines = findings.map(({ prop, sentence }) => `  ${prop} ${sentence}`);
  throw new Error(`the settings of ${scope.node.path} cannot be declared like this:\n${lines.join('\n')}`);
}
