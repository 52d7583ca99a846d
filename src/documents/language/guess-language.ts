import { COMMON_WORDS } from './common-words.ts';

const SAMPLE_CHARS = 40_000;

/** Scripts that name a language by themselves, most telling first: kana marks Japanese although most signs are Han. */
const SCRIPTS: readonly (readonly [name: string, letters: RegExp, minShare: number])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.1],
  ['Korean', /\p{Script=Hangul}/gu, 0.3],
  ['Chinese', /\p{Script=Han}/gu, 0.3],
  ['Hindi', /\p{Script=Devanagari}/gu, 0.3],
  ['Arabic', /\p{Script=Arabic}/gu, 0.3],
  ['Hebrew', /\p{Script=Hebrew}/gu, 0.3],
  ['Russian or another language in Cyrillic script', /\p{Script=Cyrillic}/gu, 0.3],
  ['Greek', /\p{Script=Greek}/gu, 0.5],
  ['Bengali', /\p{Script=Bengali}/gu, 0.3],
  ['Tamil', /\p{Script=Tamil}/gu, 0.3],
  ['Telugu', /\p{Script=Telugu}/gu, 0.3],
  ['Thai', /\p{Script=Thai}/gu, 0.3],
];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function guessByScript(sample: string): string | null {
  const letterCount = count(sample, /\p{L}/gu);
  if (letterCount === 0) return null;
  const named = SCRIPTS.find(([, letters, minShare]) => count(sample, letters) > letterCount * minShare);
  if (named !== undefined) return named[0];
  return count(sample, /\p{Script=Latin}/gu) < letterCount * 0.5 ? 'a language in another script' : null;
}

const MIN_FOREIGN_HITS = 3;

/**
 * Returns the English name of the language that a text is written in: by its script, then by its commonest words.
 * English unless another language has clearly more of them, so a sentence of names and numbers is not sent away.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  const byScript = guessByScript(sample);
  if (byScript !== null) return byScript;
  const spoken = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = (language: ReadonlySet<string>): number => spoken.filter((word) => language.has(word)).length;
  const english = hits(COMMON_WORDS.English ?? new Set());
  let best = { name: 'English', hits: Math.max(english * 1.3, MIN_FOREIGN_HITS - 1) };
  for (const [name, language] of Object.entries(COMMON_WORDS)) {
    const found = hits(language);
    if (found > best.hits) best = { name, hits: found };
  }
  return best.name;
}
