/** The result or the error, where an error is a result like any other. */
export function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return asError(error);
  }
}

export async function attemptAsync<T>(work: () => Promise<T>): Promise<T | Error> {
  try {
    return await work();
  } catch (error) {
    return asError(error);
  }
}

/** An error of another realm, as a test runner's sandbox makes them, is none by \`instanceof\`. */
function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error((error as Error | undefined)?.message ?? String(error));
}
