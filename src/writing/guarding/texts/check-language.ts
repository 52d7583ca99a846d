import { eng, hin } from 'stopword';
import { isLanguageCode, LANGUAGES } from '../../../contract/languages.ts';
import { WORDS_OF_LANGUAGE } from '../../extractive/languages/general/words-of-language.ts';
import { plainWords } from '../../extractive/wording/content-stems.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { callText, type GuardedText, isProse } from './guarded-text.ts';

/** Fewer words tell a language by chance. */
const FEWEST_WORDS = 7;
/** Prose has a third to a half of such words; a list of names in the right language may have almost none. */
const MOST_OWN_SHARE = 0.1;
const LEAST_OTHER_SHARE = 0.35;
/** A language whose list is shorter cannot be told. */
const FEWEST_STOP_WORDS = 20;

const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['en', new Set(eng)],
  ['hi', new Set(hin)],
  ...Object.entries(WORDS_OF_LANGUAGE).map(([code, { stopWords }]) => [code, new Set(stopWords)] as const),
]);

/** Finds prose in another language of the same script, by the small words that hold it together; only where that is plain. */
export function checkLanguage(texts: readonly GuardedText[], language: string): Problem[] {
  const own = STOP_WORDS.get(language);
  if (own === undefined || own.size < FEWEST_STOP_WORDS) return [];
  const prose = texts.filter(isProse);
  const problems = prose.flatMap((text): Problem[] => {
    const other = otherLanguageOf(text.text, language, own);
    if (other === null) return [];
    return [
      {
        path: text.path,
        rule: 'wrong-language',
        message: `${callText(text)} ${quoteExcerpt(text.text)} is in ${other}, not in ${nameOf(language)}`,
      },
    ];
  });
  if (problems.length > 0) return problems;
  const rows = prose.filter(({ role }) => role === 'row' || role === 'heading').map(({ text }) => text);
  const other = otherLanguageOf(rows.join(' '), language, own);
  return other === null
    ? []
    : [{ path: '', rule: 'wrong-language', message: `the rows are in ${other}, not in ${nameOf(language)}` }];
}

/** Name of the language that a text is in instead; null when it may well be in its own. */
function otherLanguageOf(text: string, language: string, own: ReadonlySet<string>): string | null {
  const words = plainWords(text);
  if (words.length < FEWEST_WORDS || shareOf(words, own) > MOST_OWN_SHARE) return null;
  const others = [...STOP_WORDS]
    .filter(([code]) => code !== language)
    .map(([code, list]) => ({ code, share: shareOf(words, list) }))
    .sort((a, b) => b.share - a.share);
  const best = others[0];
  return best === undefined || best.share < LEAST_OTHER_SHARE ? null : nameOf(best.code);
}

const shareOf = (words: readonly string[], list: ReadonlySet<string>): number =>
  words.filter((word) => list.has(word)).length / words.length;

const nameOf = (code: string): string => (isLanguageCode(code) ? LANGUAGES[code] : code);
