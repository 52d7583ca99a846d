import type { WritingLanguage } from '../languages/writing-language.ts';
import { plainWords } from './content-stems.ts';
import { capitalizeFirst } from './set-typography.ts';

/** Two lines of a row beside a picture at a readable size. */
const MAX_POINT_CHARS = 90;
/** Two lines of a row over the whole width; used when no cut is shorter. */
const MAX_WIDE_POINT_CHARS = 110;
const GOOD_POINT_WORDS = 15;
const MIN_POINT_WORDS = 3;
const MIN_KEPT_WORDS = 4;

// Only brackets after a space are asides: those of "√(T/μ)" and "Art. 3(1)" belong to the word.
const ASIDES = [/(?:^|\s+)\([^()]*\)/gu, /\s*\[[^[\]]*\]/gu, /\s+[–—]\s+[^–—]{1,80}\s+[–—](?=\s)/gu, /—[^—]{1,80}—/gu];

const wordCount = (text: string): number => plainWords(text).length;
const fits = (text: string, maxChars = MAX_POINT_CHARS): boolean => text.length <= maxChars;
const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[,.;:!?])/gu, '')
    .replace(/[\s,;:–—-]+$/u, '')
    .trim();

/** All shorter versions of a sentence that end at a clause boundary, longest first. */
function cutTails(text: string, { clauses }: WritingLanguage): string[] {
  const cuts = clauses.tails.flatMap((boundary) =>
    [...text.matchAll(boundary)]
      .map((match) => ({ kept: tidy(text.slice(0, match.index)), tail: text.slice(match.index).trimStart() }))
      .filter(
        ({ kept, tail }) =>
          wordCount(kept) >= MIN_KEPT_WORDS && clauses.isWholeClause(kept, tail.replace(/^[,;:–—]\s*/u, '')),
      ),
  );
  return cuts.map((cut) => cut.kept).sort((a, b) => b.length - a.length);
}

function dress(text: string, { typography }: WritingLanguage): string {
  return typography.joinUnits(capitalizeFirst(tidy(text.replace(/[.!…।॥,;]+(?=["'”’“»)]*$)/u, ''))));
}

const ATTACHED_BRACKETS = /(?<=\S)\([^()\s][^()]*\)/gu;

const isSound = (text: string): boolean => {
  const quotes = (text.match(/“/gu)?.length ?? 0) - (text.match(/”/gu)?.length ?? 0);
  return wordCount(text) >= MIN_POINT_WORDS && quotes === 0 && !/[()[\]]/u.test(text.replace(ATTACHED_BRACKETS, ''));
};

/**
 * Returns a row of a slide made from a sentence by cuts alone, so every word is the document's own, in order: at most
 * 90 characters, or 110 when there is no shorter cut; no full stop. Null for questions, for sentences that lean on
 * others, and when no cut is sound.
 */
export function cutToPoint(sentence: string, language: WritingLanguage): string | null {
  if (/[?!:]["'”’)]*$/u.test(sentence) || /^["“‘]/u.test(sentence)) return null;
  let text = language.links.cutLeadingConnective(sentence).text;
  for (const aside of ASIDES) text = text.replace(aside, '');
  text = (language.clauses.fillers === null ? text : text.replace(language.clauses.fillers, ' ')).replace(
    /[.…।॥]+(["'”’“»)]*)$/u,
    '$1',
  );
  if (language.links.leansOnOthers(text)) return null;
  const whole = tidy(text);
  const sound = [whole, tidy(language.clauses.cutInnerClause(text)), ...cutTails(whole, language)].filter(isSound);
  const narrow = sound.filter((version) => fits(version));
  const versions = narrow.length > 0 ? narrow : sound.filter((version) => fits(version, MAX_WIDE_POINT_CHARS));
  const short = versions.find((version) => wordCount(version) <= GOOD_POINT_WORDS);
  const best = short ?? versions[0];
  return best === undefined ? null : dress(best, language);
}

/** Returns a row of the whole sentence, for one that means little without its end; null when it is too long for a row. */
export function wholePoint(sentence: string, language: WritingLanguage): string | null {
  const text = tidy(sentence.replace(/[.…।॥]+$/u, ''));
  return fits(text, MAX_WIDE_POINT_CHARS) && wordCount(text) >= MIN_POINT_WORDS ? dress(text, language) : null;
}

/**
 * Returns a point that ends before the last preposition, relative clause or comma that fits, for a slide that would
 * otherwise have too few; null if none does. At most 90 characters unless told.
 */
export function softPoint(
  sentence: string,
  language: WritingLanguage,
  maxChars: number = MAX_POINT_CHARS,
): string | null {
  const text = plainSentence(sentence, language);
  if (language.links.leansOnOthers(text)) return null;
  if (fits(text, maxChars) && isSound(text)) return dress(text, language);
  const kept = [...text.matchAll(language.clauses.softBoundary)]
    .map((match) => tidy(text.slice(0, match.index)))
    .filter((version) => fits(version, maxChars) && isSound(version) && wordCount(version) >= MIN_KEPT_WORDS)
    .at(-1);
  return kept === undefined ? null : dress(kept, language);
}

/**
 * Returns a point by the last soft boundary that fits, else by the last word, for a slide that would otherwise have
 * none; null if none does.
 */
export function forcePoint(sentence: string, language: WritingLanguage): string | null {
  const soft = softPoint(sentence, language);
  if (soft !== null) return soft;
  const text = plainSentence(sentence, language);
  if (language.links.leansOnOthers(text)) return null;
  const cut = tidy(text.slice(0, MAX_POINT_CHARS).replace(/\s+\S*$/u, ''));
  return isSound(cut) && fits(cut) ? dress(cut, language) : null;
}

const plainSentence = (sentence: string, language: WritingLanguage): string =>
  tidy(
    language.links
      .cutLeadingConnective(sentence)
      .text.replace(/(?:^|\s+)\([^()]*\)/gu, '')
      .replace(/[.…!?।॥]+(["'”’“»)]*)$/u, '$1'),
  );
