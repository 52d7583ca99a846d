import type { DraftShape } from '../draft-slide.ts';
import { PICTURE_BOX, planPictureVisual } from '../plan-picture-visual.ts';
import { oneLine, setText } from '../text/set-text.ts';
import { bodyLook } from '../text/theme-looks.ts';
import { altTextOf } from '../visuals/alt-text-of.ts';
import type { LayoutInput } from './layout-input.ts';
import { layOutRowsPages } from './rows-pages.ts';
import { RIGHT_IN, ROWS_TOP_IN } from './slide-grid.ts';

const PICTURE_PLACE = { xIn: 7.55, yIn: 0.72, ...PICTURE_BOX };
const UNDER_TWO_LINES_IN = 2.35;

/** Rows with a picture at the right, its caption and its credit under it. */
export function layOutBulletsPicture(input: LayoutInput) {
  return layOutRowsPages(input, {
    titleSteps: [
      { fromPt: 38, toPt: 28, maxLines: 2 },
      { fromPt: 28, toPt: 28, maxLines: 4 },
    ],
    titleWidthIn: 6.2,
    rowsTopIn: (titleLines) => (titleLines > 1 ? UNDER_TWO_LINES_IN : ROWS_TOP_IN),
    rowsBottomIn: 6.65,
    rowsWidthIn: 6.05,
    largestPt: () => 26,
    minGapIn: 0.17,
    maxGapIn: 0.26,
    footerRightIn: RIGHT_IN,
    beside: [...placePicture(input)],
  });
}

function placePicture(input: LayoutInput): DraftShape[] {
  const { picture, script, theme, measurer } = input;
  if (picture === null) {
    const visual = planPictureVisual(script, theme.name);
    return [{ kind: 'visual', ...PICTURE_PLACE, visual, altText: altTextOf(visual.kind) }];
  }
  const { image, altText, credit } = picture;
  const shape: DraftShape = { kind: 'picture', ...PICTURE_PLACE, picture: { ...image }, altText };
  // A drawn picture shows nothing that a caption could name.
  if (credit === null) return [shape];
  const { xIn, widthIn } = PICTURE_PLACE;
  const caption = setText(
    {
      text: altText,
      look: bodyLook(theme, theme.text),
      steps: oneLine(14, 12),
      place: { xIn, yIn: 6.27, widthIn, heightIn: 0.28 },
    },
    measurer,
  );
  const source = setText(
    {
      text: credit,
      look: bodyLook(theme, theme.muted),
      steps: [
        { fromPt: 10, toPt: 8, maxLines: 1 },
        { fromPt: 8, toPt: 8, maxLines: 2 },
      ],
      place: { xIn, yIn: 6.56, widthIn, heightIn: 0.28 },
    },
    measurer,
  );
  return [shape, caption, source];
}
