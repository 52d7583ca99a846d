import type { OutlineSlide } from '../../../src/contract/schemas/outline.ts';
import type { SlideScript } from '../../../src/contract/schemas/slide-script.ts';
import type { CorpusLecture } from '../make-lecture.ts';

export interface ContentSlide {
  /** From 1. */
  readonly number: number;
  readonly slide: OutlineSlide;
  readonly script: SlideScript;
}

/** The slides that carry the matter: neither cover, section nor closing. */
export function contentSlides({ outline, scripts }: CorpusLecture): ContentSlide[] {
  return scripts.flatMap((script, index) => {
    const slide = outline.slides[index];
    return slide?.role === 'content' ? [{ number: index + 1, slide, script }] : [];
  });
}
