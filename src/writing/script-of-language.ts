/** The letters that a language is written in. */
export type Script = 'Latin' | 'Devanagari' | 'Cyrillic' | 'Greek';

const OTHER_SCRIPTS: Readonly<Record<string, Script>> = {
  hi: 'Devanagari',
  mr: 'Devanagari',
  ne: 'Devanagari',
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  el: 'Greek',
};

/** Returns the script of a language of a lecture, by its ISO 639-1 code: Latin for all but a few. */
export function scriptOfLanguage(code: string): Script {
  return OTHER_SCRIPTS[code] ?? 'Latin';
}
