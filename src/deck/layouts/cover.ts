import { setText } from '../text/set-text.ts';
import { bodyLook, headLook } from '../text/theme-looks.ts';
import { chooseVisualKinds } from '../words/choose-visual-kinds.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeVisual } from './place-visual.ts';
import { singleStillPage } from './single-still-page.ts';
import { LEFT_IN, SLIDE_HEIGHT_IN } from './slide-grid.ts';

const TITLE_TOP_IN = 1.55;
const TITLE_BOTTOM_IN = 4.3;
const VISUAL_BOX = { xIn: 8, yIn: 0, widthIn: 5.333, heightIn: SLIDE_HEIGHT_IN };

/** Cover, split: title above subtitle on the left, a drawn picture with its plate on the right. */
export function layOutCover(input: LayoutInput) {
  const { script, theme, deckTitle, measurer } = input;
  const title = setText(
    {
      text: script.heading,
      look: headLook(theme, theme.text),
      steps: [
        { fromPt: 66, toPt: 36, maxLines: 4 },
        { fromPt: 36, toPt: 36, maxLines: 5 },
      ],
      place: {
        xIn: LEFT_IN,
        yIn: TITLE_TOP_IN,
        widthIn: 6.7,
        heightIn: TITLE_BOTTOM_IN - TITLE_TOP_IN,
        valign: 'bottom',
        placeholder: 'title',
      },
      isBalanced: true,
    },
    measurer,
  );
  const shapes = [placeVisual(input, chooseVisualKinds(deckTitle).strip, VISUAL_BOX, 1.9), title];
  if (script.subtitle !== null) {
    shapes.push(
      setText(
        {
          text: script.subtitle,
          look: bodyLook(theme, theme.muted),
          steps: [{ fromPt: 26, toPt: 20, maxLines: 3 }],
          place: { xIn: LEFT_IN, yIn: 4.55, widthIn: 6.2, heightIn: 1.3, placeholder: 'subtitle' },
          isBalanced: true,
        },
        measurer,
      ),
    );
  }
  if (script.smallPrint.length > 0) {
    shapes.push(
      setText(
        {
          text: script.smallPrint.join('\u00A0 ·\u00A0 '),
          look: bodyLook(theme, theme.muted),
          steps: [
            { fromPt: 14, toPt: 14, maxLines: 1 },
            { fromPt: 14, toPt: 11, maxLines: 2 },
          ],
          place: { xIn: LEFT_IN, yIn: 6.58, widthIn: 6.6, heightIn: 0.5, valign: 'bottom' },
        },
        measurer,
      ),
    );
  }
  return [singleStillPage({ title: script.heading, background: theme.bg, pointIndices: [] }, shapes)];
}
