import type { Exhibit } from '../../../contract/schemas/exhibit.ts';
import type { NarrationSentence } from '../../../contract/schemas/slide-script.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';

/** What a slide could show instead of rows, made of the matter of its passages. */
export interface ExhibitDraft {
  readonly exhibit: Exhibit;
  readonly points: readonly string[];
  /** What is said to it, and the sentences of the document in that. Asked for only of the drafts that are taken. */
  readonly speak: () => {
    readonly narration: readonly NarrationSentence[];
    readonly spoken: readonly MatterSentence[];
  };
  /** Passages that it shows or speaks, beyond those of `spoken`. */
  readonly passageIds: readonly string[];
  /** How much it asks for a slide, 0 to 1; tables and charts always have theirs. */
  readonly strength: number;
}

/** The matter of one slide. */
export interface ExhibitInput {
  readonly heading: string;
  readonly passageIds: readonly string[];
  /** Usable sentences of those passages, in order. */
  readonly sentences: readonly MatterSentence[];
  readonly matter: DocumentMatter;
}
