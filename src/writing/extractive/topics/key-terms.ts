import { stemmer } from 'stemmer';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { isContentWord, plainWords } from '../wording/content-stems.ts';
import { capitalizeFirst } from '../wording/set-typography.ts';

const AFTER_DETERMINER =
  /(?<![\p{L}-])(?:the|an?|of|in|into|from|on|by|with|through|between|over|under|each|any|some|most|its|and)\s+(\p{L}{3,})(?=[\s.,;:!?]|$)/giu;
const NOT_A_NOUN = /(?:ly|ing|.{3}ed|ous|ful|ive|able|ible|less|ish|ier|est)$/iu;
const NOT_A_THING = new Set(
  (
    'time year day way part number amount example kind type form level rate case fact point place side end top start share average degree ' +
    'rest change process people result reason word effect name area world month hour minute percent warm cold cool dry high low fast slow new old ' +
    'great big small good bad same different total main whole common important strong weak heavy light deep certain possible able more less black white red blue yellow brown dark'
  ).split(' '),
);

/** Whether a content word in lower case may name a thing that a picture can show. */
export function mayNameThing(word: string): boolean {
  return (
    isContentWord(word) &&
    word.length >= 3 &&
    !NOT_A_NOUN.test(word) &&
    !NOT_A_THING.has(word) &&
    !NOT_A_THING.has(stemmer(word))
  );
}

/**
 * Returns the things that sentences speak about, heaviest first; a name keeps its capital. A word
 * counts as a thing when it stands after an article or a preposition more than now and then.
 */
export function keyTerms(sentences: readonly MatterSentence[], matter: DocumentMatter, count: number): string[] {
  const text = sentences.map((one) => one.text).join(' ');
  const nounUses = new Map<string, number>();
  for (const match of text.matchAll(AFTER_DETERMINER)) {
    const stem = stemmer((match[1] ?? '').toLowerCase());
    nounUses.set(stem, (nounUses.get(stem) ?? 0) + 1);
  }
  const uses = new Map<string, { word: string; count: number }>();
  for (const word of plainWords(text)) {
    if (!mayNameThing(word)) continue;
    const stem = stemmer(word);
    const use = uses.get(stem);
    uses.set(stem, {
      word: use === undefined || word.length < use.word.length ? word : use.word,
      count: (use?.count ?? 0) + 1,
    });
  }
  const total = Math.max(1, matter.sentences.length);
  return [...uses]
    .filter(([stem]) => nounUses.has(stem))
    .map(([stem, use]) => ({
      word: use.word,
      weight: use.count * Math.log(1 + total / (matter.frequencyOfStem.get(stem) ?? 1)),
    }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, count)
    .map((term) => (matter.smallStems.has(stemmer(term.word)) ? term.word : capitalizeFirst(term.word)));
}
