import type { DraftPage, DraftShape } from '../draft-slide.ts';

/** Returns a page without builds: one plain still. */
export function singleStillPage(
  page: Pick<DraftPage, 'title' | 'background' | 'pointIndices'>,
  shapes: readonly DraftShape[],
): DraftPage {
  return { ...page, stills: [{ state: 'plain', pointIndex: null, shapes }] };
}
