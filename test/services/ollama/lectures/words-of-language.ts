import type { ProseLanguage } from '../prose.ts';
import { ENGLISH_WORDS } from './english-words.ts';
import { HINDI_WORDS } from './hindi-words.ts';
import type { LectureWords } from './lecture-words.ts';

export const LECTURE_WORDS: Readonly<Record<ProseLanguage, LectureWords>> = { en: ENGLISH_WORDS, hi: HINDI_WORDS };
