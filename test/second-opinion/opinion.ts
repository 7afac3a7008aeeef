/**
 * The tests of a judge from outside: skipped where it is not installed, unless the variable says that it has to be. Jest shows
 * nothing of what a file without a running test tells its console: the hint goes to the error stream itself.
 */
export function describeOpinion(isInstalled: boolean, requiredBy: string, hint: string): jest.Describe {
  const isRequired = !['', '0', 'false'].includes(process.env[requiredBy] ?? '');
  if (isInstalled || isRequired) return describe;
  process.stderr.write(`${hint}\n`);
  return describe.skip;
}
