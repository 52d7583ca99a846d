import type { CaptionWord } from './list-caption-words.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Belong to the word after them: articles, determiners, prepositions, auxiliaries, conjunctions. */
const CLING_TO_NEXT = words(
  'a an the this that these those my your his her its our their no every each some any such ' +
    'of in on at by for from to into onto with without about over under between through during as than via per ' +
    'is are was were be been am has have had do does did will would can could may might must shall should not ' +
    'and or but nor so because if when while which who whose where although though unless until ' +
    'very more most less',
);
/** Full stops that end nothing. */
const ABBREVIATIONS = words('dr. mr. mrs. ms. prof. st. fig. no. e.g. i.e. vs. approx. डॉ. प्रो.');
/** Belong to the word before them: Hindi postpositions, auxiliaries and particles. */
const CLING_TO_PREVIOUS = words(
  'का की के को से में पर ने तक द्वारा लिए साथ है हैं था थे थी हो होता होती होते रहा रही रहे गया गई गए जाता जाती जाते सकता सकती सकते ही भी तो नहीं वाला वाली वाले',
);
/** Start a clause or a phrase: a good place for a break is right before them. */
const START_A_PHRASE = words(
  'and or but nor so because if when while which who whose where although though unless until that as since after ' +
    'before than then of in on at by for from to into onto with without about over under between through during ' +
    'और या लेकिन किंतु परंतु कि क्योंकि इसलिए जो जब जहाँ ताकि अगर यदि तब फिर',
);

const bare = (text: string): string => text.replace(/^["'“‘«([{]+|["'”’»)\]},;:!?…।]+$/gu, '').toLowerCase();

/**
 * Returns how badly a line or a caption ends between two words: 0 at the end of a sentence, 2 to 4 after punctuation,
 * 8 before a conjunction or preposition, 30 between any two words, 40 and more where the two belong together (article
 * and noun, number and unit, first and last name). After https://bbc.github.io/subtitle-guidelines/.
 */
export function rateBreak(before: CaptionWord, after: CaptionWord): number {
  if (before.endsSentence) return 0;
  if (!before.hasSpaceAfter) return 30;
  // A lone dash opens no line.
  if (!/[\p{L}\p{N}]/u.test(after.text)) return 60;
  const left = bare(before.text);
  const right = bare(after.text);
  if (ABBREVIATIONS.has(before.text.replace(/^["'“‘«([{]+/u, '').toLowerCase())) return 40;
  if (/[.!?…।;:]["'”’»)\]]*$/u.test(before.text)) return 2;
  if (/[,–—)]["'”’»]*$/u.test(before.text)) return 4;
  if (CLING_TO_NEXT.has(left)) return 40;
  if (CLING_TO_PREVIOUS.has(right)) return 40;
  if (/^[(“‘«]/u.test(after.text)) return 6;
  if (/^[$€£₹]?[\d.,–]+$/u.test(left)) return 40;
  const isName = /^\p{Lu}\p{Ll}/u.test(before.text) && /^\p{Lu}\p{Ll}/u.test(after.text);
  if (isName) return 40;
  return START_A_PHRASE.has(right) ? 8 : 30;
}
