import { isLanguageCode, LANGUAGES } from '../contract/languages.ts';
import type { SourceDocument } from '../contract/schemas/source-document.ts';
import { guessLanguage, rateLanguage } from './language/guess-language.ts';

/** A text of a near relative has nearly as many common words of the one as of the other: Danish and Norwegian, say. */
const MOST_SHARED = 0.5;

/**
 * Returns the English name of the language that a document is clearly written in when that is not `language` (ISO 639-1);
 * null when it may well be, and for near relatives of it.
 */
export function findOtherLanguage({ passages }: SourceDocument, language: string): string | null {
  if (!isLanguageCode(language)) return null;
  const text = passages.map((passage) => passage.text).join('\n');
  const wanted = LANGUAGES[language];
  const guess = guessLanguage(text);
  if (guess === wanted) return null;
  return rateLanguage(text, wanted) > rateLanguage(text, guess) * MOST_SHARED ? null : guess;
}
