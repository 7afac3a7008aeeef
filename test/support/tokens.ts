import { CfnParameter, Duration, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** The settings with every value behind a parameter of the stack; constructs stay, as their ARNs are tokens already. */
export function asParameters<T>(stack: Stack, value: T): T {
  let count = 0;
  const parameter = (type: string, standard: unknown) => new CfnParameter(stack, `P${count++}`, { type, default: standard });
  const visit = (given: unknown): unknown => {
    if (typeof given === 'string') return parameter('String', given).valueAsString;
    if (typeof given === 'number') return parameter('Number', given).valueAsNumber;
    // CDK has no word for a boolean that is known at deployment only; Python and Java users cannot even write it.
    if (typeof given === 'boolean') return parameter('String', String(given)).valueAsString;
    if (given instanceof Duration) return Duration.days(parameter('Number', given.toDays()).valueAsNumber);
    if (Array.isArray(given)) {
      return given.every((item) => typeof item === 'string')
        ? parameter('CommaDelimitedList', given.join(',')).valueAsList
        : given.map(visit);
    }
    if (typeof given !== 'object' || given === null || given instanceof Construct) return given;
    return Object.fromEntries(Object.entries(given).map(([name, inner]) => [name, visit(inner)]));
  };
  return visit(value) as T;
}
