import type { TimedSentence } from '../contract/schemas/timeline.ts';

/** Line length of subtitles (https://partnerhelp.netflixstudios.com/hc/en-us/articles/217350977). */
export const LINE_GRAPHEMES = 42;

/** A written word of the captions, or a piece of one that no line could hold. */
export interface CaptionWord {
  readonly text: string;
  readonly startSample: number;
  readonly endSample: number;
  readonly graphemes: number;
  /** False inside a word that was cut: its next piece follows without a space. */
  readonly hasSpaceAfter: boolean;
  readonly endsSentence: boolean;
}

const graphemeSegmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

const listGraphemes = (text: string): string[] => [...graphemeSegmenter.segment(text)].map(({ segment }) => segment);

/** Returns the words of some sentences in order; a word longer than a line comes in pieces that share its time. */
export function listCaptionWords(sentences: readonly TimedSentence[]): CaptionWord[] {
  return sentences.flatMap(({ words }) =>
    words.flatMap((word, wordIndex) => {
      const graphemes = listGraphemes(word.text);
      const pieceCount = Math.max(1, Math.ceil(graphemes.length / LINE_GRAPHEMES));
      const cut = (piece: number): number => Math.round((graphemes.length * piece) / pieceCount);
      const timeAt = (piece: number): number =>
        Math.round(word.startSample + ((word.endSample - word.startSample) * piece) / pieceCount);
      return Array.from({ length: pieceCount }, (_, piece) => ({
        text: graphemes.slice(cut(piece), cut(piece + 1)).join(''),
        startSample: timeAt(piece),
        endSample: timeAt(piece + 1),
        graphemes: cut(piece + 1) - cut(piece),
        hasSpaceAfter: piece === pieceCount - 1,
        endsSentence: piece === pieceCount - 1 && wordIndex === words.length - 1,
      }));
    }),
  );
}
