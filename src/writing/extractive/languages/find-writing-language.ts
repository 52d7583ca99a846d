import { createGeneralLanguage } from './create-general-language.ts';
import { ENGLISH } from './english.ts';
import { HINDI } from './hindi.ts';
import type { WritingLanguage } from './writing-language.ts';

const known = new Map<string, WritingLanguage | null>([
  [ENGLISH.code, ENGLISH],
  [HINDI.code, HINDI],
]);

/** Returns what the writer knows of an ISO 639-1 language; null when it cannot write it. */
export function findWritingLanguage(code: string): WritingLanguage | null {
  const language = known.get(code) ?? createGeneralLanguage(code);
  known.set(code, language);
  return language;
}
