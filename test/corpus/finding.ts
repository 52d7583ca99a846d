import type { CorpusDocument } from './corpus-document.ts';
import type { CorpusLecture } from './make-lecture.ts';

/** What is wrong with one lecture. */
export interface Finding {
  readonly rule: string;
  /** Number of the slide, from 1; null for the whole lecture. */
  readonly slide: number | null;
  /** The sentence, row or title that it is about. */
  readonly text: string;
}

/** Judges a lecture; nothing found, nothing returned. */
export type Rule = (lecture: CorpusLecture, expected: CorpusDocument) => Omit<Finding, 'rule'>[];
