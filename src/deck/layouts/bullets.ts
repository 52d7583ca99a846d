import { chooseStripKind } from '../words/choose-visual-kinds.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeVisual } from './place-visual.ts';
import { layOutRowsPages } from './rows-pages.ts';
import {
  LEFT_IN,
  ROWS_TOP_IN,
  SLIDE_HEIGHT_IN,
  STRIP_COLUMN_WIDTH_IN,
  STRIP_LEFT_IN,
  STRIP_WIDTH_IN,
} from './slide-grid.ts';

const STRIP_BOX = { xIn: STRIP_LEFT_IN, yIn: 0, widthIn: STRIP_WIDTH_IN, heightIn: SLIDE_HEIGHT_IN };

/** Rows with a drawn strip at the right edge; its plate carries the icon of what the slide is about. */
export function layOutBullets(input: LayoutInput) {
  return layOutRowsPages(input, {
    titleSteps: [
      { fromPt: 38, toPt: 34, maxLines: 1 },
      { fromPt: 32, toPt: 28, maxLines: 2 },
      { fromPt: 28, toPt: 28, maxLines: 4 },
    ],
    titleWidthIn: STRIP_COLUMN_WIDTH_IN,
    rowsTopIn: () => ROWS_TOP_IN,
    rowsBottomIn: 6.55,
    rowsWidthIn: STRIP_COLUMN_WIDTH_IN,
    largestPt: (rowCount) => (rowCount <= 3 ? 30 : 26),
    minGapIn: 0.17,
    maxGapIn: 0.34,
    footerRightIn: LEFT_IN + STRIP_COLUMN_WIDTH_IN,
    beside: [placeVisual(input, chooseStripKind(input.deckTitle, input.script.lecture?.turn), STRIP_BOX, 1.74)],
  });
}
