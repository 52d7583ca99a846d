import { listPassages } from './digest-document.ts';
import { estimateTokens } from './estimate-tokens.ts';
import type { NamedPassage } from './name-passages.ts';

const LEAST_CHARS = 200;
const STEP = 0.8;

/**
 * Returns the passages of one slide in full, or each cut at a sentence where together they take more than the room.
 * Whoever sends them learns from the server when even the least is too much.
 */
export function listOwnPassages(passages: readonly NamedPassage[], roomTokens: number, language: string): string {
  let limitChars = Math.max(LEAST_CHARS, ...passages.map(({ passage }) => passage.text.length * 2));
  let text = listPassages(passages, limitChars, language);
  while (estimateTokens(text) > roomTokens && limitChars > LEAST_CHARS) {
    limitChars = Math.max(LEAST_CHARS, Math.floor(limitChars * STEP));
    text = listPassages(passages, limitChars, language);
  }
  return text;
}
