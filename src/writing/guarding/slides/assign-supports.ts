import type { SlideAnswer } from '../../answers/slide-answer.ts';
import { contentWords } from '../content-words.ts';

const LEAST_SHARED = 0.34;

/** Returns what a slide shows that its sentences can speak about, in order. */
export function listSupported({ items, points, rows, says }: SlideAnswer): readonly string[] {
  if (points !== undefined) return points;
  if (rows !== undefined) return rows.map((cells) => cells.join(' '));
  return says === undefined || (items === undefined && says === '') ? [] : [says];
}

type Narration = SlideAnswer['narration'];

/**
 * Returns the narration with numbers of rows that are there alone, and rows that no sentence names given to the free
 * sentence with most of their words, if one has a third of them. A model that numbered its sentences instead of naming rows
 * has none of its numbers trusted, as long as each row has such a sentence.
 */
export function assignSupports(answer: SlideAnswer, language: string): Narration {
  const shown = listSupported(answer);
  const narration = answer.narration.map(({ supports, text }) => ({
    text,
    supports: supports !== null && (supports > shown.length || supports < 1) ? null : supports,
  }));
  // A table is spoken about as a whole.
  if (answer.rows !== undefined) return narration;
  if (answer.narration.length > shown.length && answer.narration.every(({ supports }, at) => supports === at + 1)) {
    const free = narration.map(({ text }) => ({ text, supports: null }));
    const anew = giveRows(shown, free, language);
    if (anew.filter(({ supports }) => supports !== null).length === shown.length) return anew;
  }
  return giveRows(shown, narration, language);
}

/** Gives each row that no sentence names to a free sentence. */
function giveRows(shown: readonly string[], narration: Narration, language: string): Narration {
  const sentences = narration.map(({ text }) => contentWords(text, language));
  const spoken = new Set(narration.map(({ supports }) => supports));
  const taken = new Map<number, number>();
  shown.forEach((row, index) => {
    if (spoken.has(index + 1)) return;
    const words = contentWords(row, language);
    const best = narration
      .map(({ supports }, at) => ({
        at,
        isFree: supports === null && !taken.has(at),
        share: shareOf(words, sentences[at]),
      }))
      .filter(({ isFree, share }) => isFree && share >= LEAST_SHARED)
      .sort((a, b) => b.share - a.share)[0];
    if (best !== undefined) taken.set(best.at, index + 1);
  });
  return narration.map(({ supports, text }, at) => ({ text, supports: taken.get(at) ?? supports }));
}

/** The share of a row's words that a sentence has. */
function shareOf(row: ReadonlySet<string>, sentence: ReadonlySet<string> | undefined): number {
  if (sentence === undefined || row.size === 0) return 0;
  return [...row].filter((word) => sentence.has(word)).length / row.size;
}
