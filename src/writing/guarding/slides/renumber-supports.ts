import type { SlideAnswer } from '../../answers/slide-answer.ts';

/** Returns the narration with numbers of rows as they are once some rows are gone; from 0 in `dropped`. */
export function renumberSupports(
  narration: SlideAnswer['narration'],
  dropped: ReadonlySet<number>,
): SlideAnswer['narration'] {
  return narration.map(({ supports, text }) => {
    if (supports === null || dropped.has(supports - 1)) return { text, supports: null };
    const before = [...dropped].filter((index) => index < supports - 1).length;
    return { text, supports: supports - before };
  });
}
