import { splitSentences } from '../../narration/split-sentences.ts';

/** Returns the first sentences of a text that stay within the limit; a first one that is longer is cut between words. */
export function cutAtSentence(text: string, limitChars: number, language: string): string {
  if (text.length <= limitChars) return text;
  // A little more than the limit is enough to find the sentences within it.
  const sentences = splitSentences(text.slice(0, limitChars * 2), language);
  let kept = '';
  for (const sentence of sentences) {
    const longer = kept === '' ? sentence : `${kept} ${sentence}`;
    if (longer.length > limitChars) break;
    kept = longer;
  }
  return kept === '' ? `${text.slice(0, limitChars).replace(/\s+\S*$/u, '')} …` : kept;
}
