import { InputError } from '../../contract/errors.ts';
import { isLanguageCode, LANGUAGE_CODES, LANGUAGES } from '../../contract/languages.ts';
import { type Script, scriptOfLanguage } from '../script-of-language.ts';

/** Tokens that a word costs, on the safe side, with its share of quotation marks and commas. */
const TOKENS_A_WORD: Record<Script, number> = { Latin: 1.6, Devanagari: 3.4, Cyrillic: 2.6, Greek: 3 };

/** A language as a prompt names it. */
export interface PromptLanguage {
  /** "Hindi". */
  readonly name: string;
  /** "Hindi, in Devanagari script". */
  readonly described: string;
  readonly tokensAWord: number;
}

/** Returns how prompts name a language, by its ISO 639-1 code. Throws LANGUAGE_UNSUPPORTED for one outside the table. */
export function describeLanguage(code: string): PromptLanguage {
  if (!isLanguageCode(code)) {
    throw new InputError(
      'LANGUAGE_UNSUPPORTED',
      `No lecture is in "${code}"; give one of ${LANGUAGE_CODES.join(', ')}.`,
    );
  }
  const name = LANGUAGES[code];
  const script = scriptOfLanguage(code);
  return { name, described: `${name}, in ${script} script`, tokensAWord: TOKENS_A_WORD[script] };
}
