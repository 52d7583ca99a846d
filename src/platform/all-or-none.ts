/** Returns the results of several calls at once; when one fails the others are ended and waited for, then its error is thrown. */
export async function allOrNone<T>(
  calls: readonly ((signal: AbortSignal) => Promise<T>)[],
  signal: AbortSignal,
): Promise<T[]> {
  const rest = new AbortController();
  const ended = AbortSignal.any([signal, rest.signal]);
  const running = calls.map((call) => call(ended));
  try {
    return await Promise.all(running);
  } catch (error) {
    rest.abort(error);
    await Promise.allSettled(running);
    throw error;
  }
}
