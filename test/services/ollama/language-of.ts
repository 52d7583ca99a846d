import type { ProseLanguage } from './prose.ts';

/** Hindi when the text names Hindi or is written in it, and English else. */
export function languageOf(text: string): ProseLanguage {
  return /\bhindi\b|[\u0900-\u097f]{3}/i.test(text) ? 'hi' : 'en';
}
