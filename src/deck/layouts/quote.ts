import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { DraftPage, DraftShape } from '../draft-slide.ts';
import { cleanText } from '../text/clean-text.ts';
import { linesHeightIn, oneLine, setText } from '../text/set-text.ts';
import type { TextLook } from '../text/text-look.ts';
import { bodyLook } from '../text/theme-looks.ts';
import { chooseVisualKinds } from '../words/choose-visual-kinds.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeTitleLabel } from './place-exhibit-title.ts';
import { placeFooter } from './place-footer.ts';
import { placeVisual } from './place-visual.ts';
import { requireExhibit } from './require-exhibit.ts';
import { singleStillPage } from './single-still-page.ts';
import { LEFT_IN, SLIDE_HEIGHT_IN } from './slide-grid.ts';

const VISUAL_BOX = { xIn: 10.6, yIn: 0, widthIn: 2.733, heightIn: SLIDE_HEIGHT_IN };
const COLUMN = { xIn: 1.5, widthIn: 8.2 };
const FOOTER_RIGHT_IN = COLUMN.xIn + COLUMN.widthIn;
const MARK = '“';
// Who said it belongs to what was said: it follows a short quotation, and stands at the same place under all longer ones.
const WHO_GAP_IN = 0.45;
const LAST_WHO_TOP_IN = 5.12;
const LINE_STEP_IN = 0.4;

/** A quotation in Georgia with a hanging mark, on the quieter ground; who said it and where under it. */
export function layOutQuote(input: LayoutInput): DraftPage[] {
  const { script, theme, deckTitle, measurer } = input;
  const { text, who, where } = requireExhibit(input, 'quote');
  const serif = (color: string): TextLook => ({
    fontFamily: 'Georgia',
    bold: false,
    italic: false,
    trackingPt: 0,
    color,
  });
  const quotation = setText(
    {
      text,
      look: serif(theme.text),
      steps: [
        { fromPt: 50, toPt: 28, maxLines: 5 },
        { fromPt: 28, toPt: 18, maxLines: 10 },
      ],
      place: { ...COLUMN, yIn: 1.45, heightIn: 3.45, placeholder: 'body' },
      isBalanced: true,
    },
    measurer,
  );
  const whoTopIn = Math.min(LAST_WHO_TOP_IN, quotation.yIn + linesHeightIn(quotation) + WHO_GAP_IN);
  const shapes: DraftShape[] = [
    placeVisual(input, chooseVisualKinds(deckTitle).section, VISUAL_BOX, null),
    placeTitleLabel(input, COLUMN.xIn, COLUMN.widthIn),
    setText(
      {
        text: MARK,
        look: serif(theme.accent),
        steps: oneLine(60),
        place: { xIn: LEFT_IN - 0.02, yIn: 1.3, widthIn: 0.7, heightIn: 1.1 },
      },
      measurer,
    ),
    quotation,
    ...placeLine(input, who, bodyLook(theme, theme.text, true), 20, whoTopIn),
    ...placeLine(input, where, bodyLook(theme, theme.muted), 18, whoTopIn + (who === null ? 0 : LINE_STEP_IN)),
    ...placeFooter(input, FOOTER_RIGHT_IN, { page: 1, of: 1 }, COLUMN.xIn),
  ];
  const pointIndices = script.points.map((_, index) => index);
  return [singleStillPage({ title: script.heading, background: theme.surface, pointIndices }, shapes)];
}

function placeLine(
  { measurer }: LayoutInput,
  text: string | null,
  look: TextLook,
  sizePt: number,
  yIn: number,
): TextShape[] {
  if (text === null || cleanText(text) === '') return [];
  const place = { ...COLUMN, yIn, heightIn: 0.4 };
  return [setText({ text, look, steps: oneLine(sizePt, 14), place }, measurer)];
}
