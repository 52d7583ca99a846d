import type { RectShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { SlideScript } from '../../contract/schemas/slide-script.ts';
import type { DraftShape } from '../draft-slide.ts';
import { linesHeightIn, oneLine, setText } from '../text/set-text.ts';
import { bodyLook, headLook, numberLook } from '../text/theme-looks.ts';
import { chooseVisualKinds } from '../words/choose-visual-kinds.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeVisual } from './place-visual.ts';
import { singleStillPage } from './single-still-page.ts';
import { LEFT_IN, SLIDE_HEIGHT_IN } from './slide-grid.ts';

const COLUMN_WIDTH_IN = 7.6;
const TITLE_TOP_IN = 3.05;
const VISUAL_BOX = { xIn: 8.9, yIn: 0, widthIn: 4.433, heightIn: SLIDE_HEIGHT_IN };

const MAX_RULES = 4;
const RULE = { topIn: 6.42, widthIn: 1.78, pitchIn: 1.94, heightIn: 0.02, currentHeightIn: 0.06 };

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
            heightIn: 0.7,
            placeholder: 'subtitle',
          },
        },
        measurer,
      ),
    );
  }
  if (script.progress !== null) shapes.push(...progressRules(input, script.progress));
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

function progressRules(
  { theme, measurer }: LayoutInput,
  { titles, current }: NonNullable<SlideScript['progress']>,
): DraftShape[] {
  // More sections than rules: the window moves with the current one, one before it in sight.
  const first = Math.max(0, Math.min(current - 1, titles.length - MAX_RULES));
  return titles.slice(first, first + MAX_RULES).flatMap((text, place): DraftShape[] => {
    const isCurrent = first + place === current;
    const xIn = LEFT_IN + place * RULE.pitchIn;
    const rule: RectShape = {
      kind: 'rect',
      xIn,
      yIn: RULE.topIn,
      widthIn: RULE.widthIn,
      heightIn: isCurrent ? RULE.currentHeightIn : RULE.heightIn,
      fill: isCurrent ? (theme.isDark ? theme.accent : theme.lift) : theme.deepLine,
      stroke: null,
      radiusIn: 0,
    };
    const label = setText(
      {
        text,
        look: bodyLook(theme, isCurrent ? theme.onDeep : theme.onDeepMuted, isCurrent),
        steps: [{ fromPt: 13, toPt: 12, maxLines: 2 }],
        place: { xIn, yIn: 6.56, widthIn: RULE.widthIn, heightIn: 0.5 },
      },
      measurer,
    );
    return [rule, label];
  });
}
