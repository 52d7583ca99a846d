import { InputError } from '../../contract/errors.ts';
import { guessLanguage } from './guess-language.ts';

/**
 * Returns the ISO 639-1 code of the language of a document: the wanted one, else what its text says. Throws
 * LANGUAGE_UNSUPPORTED, naming the guess, for a language that no lecture can be written in.
 */
export function documentLanguage(text: string, name: string, wanted: string | null): string {
  const language = guessLanguage(text);
  if (language === 'English') return wanted ?? 'en';
  throw new InputError(
    'LANGUAGE_UNSUPPORTED',
    `"${name}" seems to be written in ${language}; Lectra writes lectures from English documents only so far.`,
  );
}
