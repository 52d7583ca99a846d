import type { DraftShape, DraftStill } from '../draft-slide.ts';
import type { RowsState } from '../rows/place-rows.ts';
import type { LayoutInput } from './layout-input.ts';

/**
 * Returns the stills of a page: calm, one lit for each of its points, plain. One plain still alone when no sentence speaks
 * about a point of the page.
 */
export function buildStills(
  { script }: LayoutInput,
  pointIndices: readonly number[],
  shapesIn: (state: RowsState) => readonly DraftShape[],
): DraftStill[] {
  const spoken = new Set(script.narration.map(({ supports }) => supports));
  const plain: DraftStill = { state: 'plain', pointIndex: null, shapes: shapesIn({ state: 'plain' }) };
  if (!pointIndices.some((pointIndex) => spoken.has(pointIndex))) return [plain];
  const calm: DraftStill = { state: 'calm', pointIndex: null, shapes: shapesIn({ state: 'calm' }) };
  const lit = pointIndices.map(
    (pointIndex, row): DraftStill => ({ state: 'lit', pointIndex, shapes: shapesIn({ state: 'lit', row }) }),
  );
  return [calm, ...lit, plain];
}
