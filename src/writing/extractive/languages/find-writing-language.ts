import { ENGLISH } from './english.ts';
import type { WritingLanguage } from './writing-language.ts';

const LANGUAGES: ReadonlyMap<string, WritingLanguage> = new Map([[ENGLISH.code, ENGLISH]]);

/** Returns what the writer knows of an ISO 639-1 language; null when it cannot write it. */
export function findWritingLanguage(code: string): WritingLanguage | null {
  return LANGUAGES.get(code) ?? null;
}
