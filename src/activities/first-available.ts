/** Returns the first candidate that answers, asked one after the other, or null. */
export async function firstAvailable<T extends { isAvailable(signal: AbortSignal): Promise<boolean> }>(
  candidates: readonly T[],
  signal: AbortSignal,
): Promise<T | null> {
  for (const candidate of candidates) if (await candidate.isAvailable(signal)) return candidate;
  return null;
}
