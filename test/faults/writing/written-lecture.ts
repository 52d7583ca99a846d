import type { Outline } from '../../../src/contract/schemas/outline.ts';
import type { SlideScript } from '../../../src/contract/schemas/slide-script.ts';
import type { SentenceTag } from '../../../src/narration/tag-as-told.ts';
import type { LectureBrief, Written } from '../../../src/writing/writer.ts';

/** One slide of a lecture as a writer gave it back. */
export interface WrittenSlide {
  readonly script: Written<SlideScript>;
  /** Null where the writer leaves all tags to the rules. */
  readonly tags: Written<readonly SentenceTag[] | null> | null;
}

/** Everything that a writer wrote for one brief. */
export interface WrittenLecture {
  readonly brief: LectureBrief;
  readonly outline: Written<Outline>;
  readonly slides: readonly WrittenSlide[];
}
