import type { WordRules } from '../languages/writing-language.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { isContentWord, plainWords } from '../wording/content-stems.ts';
import { capitalizeFirst } from '../wording/set-typography.ts';

/** Whether a content word in lower case may name a thing that a picture can show. */
export function mayNameThing(word: string, words: WordRules): boolean {
  return word.length >= 3 && isContentWord(word, words) && words.mayNameThing(word);
}

/**
 * Returns the things that sentences speak about, heaviest first; a name keeps its capital. A word
 * counts as a thing when it stands where nouns stand, if its language tells.
 */
export function keyTerms(sentences: readonly MatterSentence[], matter: DocumentMatter, count: number): string[] {
  const text = sentences.map((one) => one.text).join(' ');
  const { words } = matter.language;
  const nouns = words.findNouns === null ? null : new Set(words.findNouns(text).map((word) => words.stem(word)));
  const uses = new Map<string, { word: string; count: number }>();
  for (const word of plainWords(text)) {
    if (!mayNameThing(word, words)) continue;
    const stem = words.stem(word);
    const use = uses.get(stem);
    uses.set(stem, {
      word: use === undefined || word.length < use.word.length ? word : use.word,
      count: (use?.count ?? 0) + 1,
    });
  }
  const total = Math.max(1, matter.sentences.length);
  return [...uses]
    .filter(([stem]) => nouns === null || nouns.has(stem))
    .map(([stem, use]) => ({
      word: use.word,
      weight: use.count * Math.log(1 + total / (matter.frequencyOfStem.get(stem) ?? 1)),
    }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, count)
    .map((term) => (matter.smallStems.has(words.stem(term.word)) ? term.word : capitalizeFirst(term.word)));
}
