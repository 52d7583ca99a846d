import type { Passage } from '../../../contract/schemas/source-document.ts';
import type { WritingLanguage } from '../languages/writing-language.ts';

/** One sentence of the document, with all that choosing and wording need to know of it. */
export interface MatterSentence {
  /** Position in the document, counted over usable sentences. */
  readonly index: number;
  /** As it is spoken: a whole sentence with a mark at its end. */
  readonly text: string;
  /** The same with the connective at its head ("However, "): spoken so right after the sentence `before`. */
  readonly linkedText: string;
  /** The sentence right before it in its passage; null when there is none or it cannot be spoken. */
  readonly before: MatterSentence | null;
  /** As a row of a slide, made by cuts alone; null when it does not stand alone. */
  readonly point: string | null;
  readonly passageId: string;
  /** Heading path of its passage, joined: sentences with the same key stand under the same heading. */
  readonly sectionKey: string;
  readonly kind: Passage['kind'];
  readonly wordCount: number;
  /** Stems of its content words, sorted, without repeats. */
  readonly stems: readonly string[];
  /** The sentence that it leans on: it is spoken only after it. */
  readonly needs: MatterSentence | null;
  readonly isQuestion: boolean;
  /** Whether it announces the list right after it: it is spoken only when all items are. */
  readonly announcesList: boolean;
  /** Whether an earlier sentence makes the same row already. */
  readonly isRepeat: boolean;
  /** Whether it opens its passage. */
  readonly isFirst: boolean;
}

/** A document taken apart into sentences. Everything in it depends on passages alone, never on their order. */
export interface DocumentMatter {
  readonly language: WritingLanguage;
  readonly title: string;
  readonly sentences: readonly MatterSentence[];
  readonly passages: ReadonlyMap<string, Passage>;
  readonly byPassage: ReadonlyMap<string, readonly MatterSentence[]>;
  /** Stems of the words that it writes without a capital. */
  readonly smallStems: ReadonlySet<string>;
  /** In how many sentences a stem occurs. */
  readonly frequencyOfStem: ReadonlyMap<string, number>;
}
