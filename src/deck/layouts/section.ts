import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { DraftShape } from '../draft-slide.ts';
import { linesHeightIn, oneLine, setText } from '../text/set-text.ts';
import { bodyLook, headLook, numberLook } from '../text/theme-looks.ts';
import { chooseVisualKinds } from '../words/choose-visual-kinds.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeProgress } from './place-progress.ts';
import { placeVisual } from './place-visual.ts';
import { singleStillPage } from './single-still-page.ts';
import { LEFT_IN, SLIDE_HEIGHT_IN } from './slide-grid.ts';

const COLUMN_WIDTH_IN = 7.6;
const TITLE_TOP_IN = 3.05;
const VISUAL_BOX = { xIn: 8.9, yIn: 0, widthIn: 4.433, heightIn: SLIDE_HEIGHT_IN };

/** Section: its number, title and subtitle on the deep ground, and how far the deck is. */
export function layOutSection(input: LayoutInput) {
  const { script, theme, deckTitle, measurer } = input;
  const title = setText(
    {
      text: script.heading,
      look: headLook(theme, theme.onDeep),
      steps: [
        { fromPt: 54, toPt: 38, maxLines: 2 },
        { fromPt: 38, toPt: 38, maxLines: 3 },
      ],
      place: { xIn: LEFT_IN, yIn: TITLE_TOP_IN, widthIn: COLUMN_WIDTH_IN, heightIn: 1.95, placeholder: 'title' },
      isBalanced: true,
    },
    measurer,
  );
  const shapes: DraftShape[] = [placeVisual(input, chooseVisualKinds(deckTitle).section, VISUAL_BOX, null)];
  if (script.progress !== null) shapes.push(sectionNumber(input, script.progress.current + 1));
  shapes.push(title);
  if (script.subtitle !== null) {
    shapes.push(
      setText(
        {
          text: script.subtitle,
          look: bodyLook(theme, theme.onDeepMuted),
          steps: [
            { fromPt: 24, toPt: 20, maxLines: 1 },
            { fromPt: 20, toPt: 20, maxLines: 2 },
          ],
          place: {
            xIn: LEFT_IN,
            yIn: TITLE_TOP_IN + linesHeightIn(title) + 0.1,
            widthIn: COLUMN_WIDTH_IN,
            heightIn: 0.8,
            placeholder: 'subtitle',
          },
          isBalanced: true,
        },
        measurer,
      ),
    );
  }
  if (script.progress !== null) shapes.push(...placeProgress(input, script.progress, COLUMN_WIDTH_IN));
  return [singleStillPage({ title: script.heading, background: theme.deep, pointIndices: [] }, shapes)];
}

function sectionNumber({ theme, measurer }: LayoutInput, number: number): TextShape {
  return setText(
    {
      text: String(number),
      look: numberLook(theme, theme.isDark ? theme.accent : theme.lift),
      steps: oneLine(150),
      // Big figures carry white at their left; 0.06 brings their stem over the text edge.
      place: { xIn: LEFT_IN - 0.06, yIn: 0.55, widthIn: 4, heightIn: 2.55, valign: 'bottom' },
    },
    measurer,
  );
}
