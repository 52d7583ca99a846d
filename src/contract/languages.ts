/**
 * Languages that a lecture may be in, by ISO 639-1 code, with their English names: those that the embedded voice speaks
 * and the fonts of the slides draw. English and Hindi have rules of their own everywhere, the others general ones.
 */
export const LANGUAGES = {
  en: 'English',
  hi: 'Hindi',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  pt: 'Portuguese',
  it: 'Italian',
  nl: 'Dutch',
  sv: 'Swedish',
  da: 'Danish',
  nb: 'Norwegian',
  fi: 'Finnish',
  pl: 'Polish',
  cs: 'Czech',
  ro: 'Romanian',
  hu: 'Hungarian',
  tr: 'Turkish',
  id: 'Indonesian',
  ca: 'Catalan',
  ru: 'Russian',
  uk: 'Ukrainian',
  el: 'Greek',
  mr: 'Marathi',
  ne: 'Nepali',
} as const;

/** The codes alone, the two with rules of their own first. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES).filter(isLanguageCode);

/** ISO 639-1 code of a language that a lecture may be in. */
export type LanguageCode = keyof typeof LANGUAGES;

/** Whether a code is one of `LANGUAGES`; case matters. */
export function isLanguageCode(code: string): code is LanguageCode {
  return Object.hasOwn(LANGUAGES, code);
}
