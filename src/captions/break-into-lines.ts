import { type CaptionWord, LINE_GRAPHEMES } from './list-caption-words.ts';
import { rateBreak } from './rate-break.ts';

/** Words of a caption on one or two lines; `cost` is 0 for one line. */
export interface BrokenLines {
  readonly lines: readonly string[];
  /** Of all lines together, the break between them counted as a space. */
  readonly graphemes: number;
  readonly cost: number;
}

const PER_GRAPHEME_OUT_OF_BALANCE = 0.3;
// With equal lines, a longer second line covers less of the picture.
const LONGER_FIRST_LINE = 1;

const joinWords = (words: readonly CaptionWord[]): string =>
  words
    .map(({ text, hasSpaceAfter }) => (hasSpaceAfter ? `${text} ` : text))
    .join('')
    .trimEnd();

const countGraphemes = (words: readonly CaptionWord[]): number =>
  words.reduce((sum, word, at) => sum + word.graphemes + (word.hasSpaceAfter && at < words.length - 1 ? 1 : 0), 0);

/**
 * Returns the words `from` to `to` (exclusive) on one line if they fit in 42 graphemes, else on two lines broken where
 * language and balance like it best, or null when two lines cannot hold them. Words around them tell lists from clauses.
 */
export function breakIntoLines(words: readonly CaptionWord[], from: number, to: number): BrokenLines | null {
  const caption = words.slice(from, to);
  const graphemes = countGraphemes(caption);
  if (graphemes <= LINE_GRAPHEMES) return { lines: [joinWords(caption)], graphemes, cost: 0 };
  let best: BrokenLines | null = null;
  for (let at = from + 1; at < to; at += 1) {
    const [first, second] = [words.slice(from, at), words.slice(at, to)];
    const [firstLength, secondLength] = [countGraphemes(first), countGraphemes(second)];
    if (firstLength > LINE_GRAPHEMES || secondLength > LINE_GRAPHEMES) continue;
    const cost =
      rateBreak(words, at) +
      PER_GRAPHEME_OUT_OF_BALANCE * Math.abs(firstLength - secondLength) +
      (firstLength > secondLength ? LONGER_FIRST_LINE : 0);
    if (best === null || cost < best.cost) {
      best = { lines: [joinWords(first), joinWords(second)], graphemes, cost };
    }
  }
  return best;
}
