/** Letters of plain English a second at 155 words a minute, measured; Devanagari is close (fewer, longer letters). */
const CHARACTERS_PER_SECOND = 13;
/** A digit is a word: "7" takes as long as "seven". */
const CHARACTERS_PER_DIGIT = 5;
/** Wide on purpose: the check is for sound that breaks off or runs away, not for pace. */
const SHORTEST_SHARE = 0.35;
const LONGEST_SHARE = 3;
/** Single letters and abbreviations are spelled out: "WHO" takes a second. */
const SPELLING_ALLOWANCE_MS = 1500;

/**
 * Says why the voice of a text cannot be complete, or null when its length is plausible.
 * Engines break off without an error (long inputs, dropped connections), and a lost half sentence must not pass unheard.
 */
export function findLengthProblem(spoken: string, ratePercent: number, voicedMs: number): string | null {
  const letters = spoken.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const digits = spoken.match(/\p{N}/gu)?.length ?? 0;
  const characters = letters + digits * CHARACTERS_PER_DIGIT;
  const expectedMs = (characters / CHARACTERS_PER_SECOND / (1 + ratePercent / 100)) * 1000;
  const describe = (): string =>
    `${(voicedMs / 1000).toFixed(1)} s of sound where about ${(expectedMs / 1000).toFixed(1)} s were expected`;
  if (voicedMs < expectedMs * SHORTEST_SHARE) return `${describe()}: it breaks off`;
  if (voicedMs > expectedMs * LONGEST_SHARE + SPELLING_ALLOWANCE_MS) return `${describe()}: it does not fit the text`;
  return null;
}
