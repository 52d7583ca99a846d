import { InputError } from '../../contract/errors.ts';
import { LANGUAGE_CODES, LANGUAGES } from '../../contract/languages.ts';
import { guessLanguage } from './guess-language.ts';

/** Letters that none of the languages of a lecture are written in. */
const UNREADABLE =
  /[^\P{L}\p{Script=Latin}\p{Script=Devanagari}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/gu;
const MAX_UNREADABLE_SHARE = 0.3;
const SAMPLE_CHARS = 40_000;

/** Whether too many letters of a text are of a script that no slide can show for it to be in any language of a lecture. */
export function isInOtherScript(text: string): boolean {
  const sample = text.slice(0, SAMPLE_CHARS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return (sample.match(UNREADABLE)?.length ?? 0) > letters * MAX_UNREADABLE_SHARE;
}

/**
 * Returns the ISO 639-1 code of the language of a document: the wanted one, else what its text says. Throws
 * LANGUAGE_UNSUPPORTED, naming the guess, for a language that no lecture can be spoken and drawn in.
 */
export function documentLanguage(text: string, name: string, wanted: string | null): string {
  if (wanted !== null && !isInOtherScript(text)) return wanted;
  const language = guessLanguage(text);
  const code = LANGUAGE_CODES.find((each) => LANGUAGES[each] === language);
  if (code !== undefined) return code;
  const others = LANGUAGE_CODES.map((each) => `${LANGUAGES[each]} (${each})`).join(', ');
  const way = wanted === null ? ', or name the language of this one with --language if the guess is wrong' : '';
  throw new InputError(
    'LANGUAGE_UNSUPPORTED',
    `"${name}" seems to be written in ${language}, for which Lectra has no voice or no font; give a document in one of ${others}${way}.`,
  );
}
