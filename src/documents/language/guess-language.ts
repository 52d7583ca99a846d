import { COMMON_WORDS } from './common-words.ts';

const SAMPLE_CHARS = 40_000;

/** Scripts that name a language by themselves, most telling first: kana marks Japanese although most signs are Han. */
const SCRIPTS: readonly (readonly [name: string, letters: RegExp, minShare: number])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.1],
  ['Korean', /\p{Script=Hangul}/gu, 0.3],
  ['Chinese', /\p{Script=Han}/gu, 0.3],
  ['Arabic', /\p{Script=Arabic}/gu, 0.3],
  ['Hebrew', /\p{Script=Hebrew}/gu, 0.3],
  ['Greek', /\p{Script=Greek}/gu, 0.5],
  ['Bengali', /\p{Script=Bengali}/gu, 0.3],
  ['Tamil', /\p{Script=Tamil}/gu, 0.3],
  ['Telugu', /\p{Script=Telugu}/gu, 0.3],
  ['Thai', /\p{Script=Thai}/gu, 0.3],
  ['Gujarati', /\p{Script=Gujarati}/gu, 0.3],
  ['Punjabi', /\p{Script=Gurmukhi}/gu, 0.3],
  ['Kannada', /\p{Script=Kannada}/gu, 0.3],
  ['Malayalam', /\p{Script=Malayalam}/gu, 0.3],
];

interface SharedScript {
  readonly letters: RegExp;
  readonly minShare: number;
  /** The first is the guess when no word is known. */
  readonly languages: readonly string[];
}

/** Scripts of several languages, told apart by words. Terms in Latin letters are usual in all of them. */
const SHARED_SCRIPTS: readonly SharedScript[] = [
  { letters: /\p{Script=Devanagari}/gu, minShare: 0.3, languages: ['Hindi', 'Marathi', 'Nepali'] },
  { letters: /\p{Script=Cyrillic}/gu, minShare: 0.3, languages: ['Russian', 'Ukrainian', 'Bulgarian'] },
];
const OF_SHARED_SCRIPTS = new Set(SHARED_SCRIPTS.flatMap(({ languages }) => languages));

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function guessByScript(sample: string): string | null {
  const letterCount = count(sample, /\p{L}/gu);
  if (letterCount === 0) return null;
  const named = SCRIPTS.find(([, letters, minShare]) => count(sample, letters) > letterCount * minShare);
  if (named !== undefined) return named[0];
  return count(sample, /\p{Script=Latin}/gu) < letterCount * 0.5 ? 'a language in another script' : null;
}

/** Marks belong to words: Devanagari writes its vowels with them. */
const wordsOf = (sample: string): string[] => sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

const countHits = (spoken: readonly string[], name: string): number => {
  const language = COMMON_WORDS[name];
  return language === undefined ? 0 : spoken.filter((word) => language.has(word)).length;
};

function guessBySharedScript(sample: string): string | null {
  const letterCount = count(sample, /\p{L}/gu);
  const script = SHARED_SCRIPTS.find(({ letters, minShare }) => count(sample, letters) > letterCount * minShare);
  if (script === undefined) return null;
  const spoken = wordsOf(sample);
  return script.languages.reduce((best, name) => (countHits(spoken, name) > countHits(spoken, best) ? name : best));
}

const MIN_FOREIGN_HITS = 3;

/**
 * Returns the English name of the language that a text is written in: by its script, then by its commonest words.
 * English unless another language has clearly more of them, so a sentence of names and numbers is not sent away; a text
 * with many English terms is Hindi as soon as three letters in ten are Devanagari.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  const byScript = guessBySharedScript(sample) ?? guessByScript(sample);
  if (byScript !== null) return byScript;
  const spoken = wordsOf(sample);
  let best = { name: 'English', hits: Math.max(countHits(spoken, 'English') * 1.3, MIN_FOREIGN_HITS - 1) };
  for (const name of Object.keys(COMMON_WORDS).filter((each) => !OF_SHARED_SCRIPTS.has(each))) {
    const hits = countHits(spoken, name);
    if (hits > best.hits) best = { name, hits };
  }
  return best.name;
}

/** Returns how many of the commonest words of a language, given by its English name, a text has; 0 for one that is told by its script. */
export function rateLanguage(text: string, name: string): number {
  return countHits(wordsOf(text.slice(0, SAMPLE_CHARS)), name);
}
