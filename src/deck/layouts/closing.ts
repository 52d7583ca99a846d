import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { DraftPage } from '../draft-slide.ts';
import { placeNumberedRows } from '../rows/place-numbered-rows.ts';
import { splitRows } from '../rows/split-rows.ts';
import { setText } from '../text/set-text.ts';
import { bodyLook, headLook } from '../text/theme-looks.ts';
import { chooseVisualKinds } from '../words/choose-visual-kinds.ts';
import type { LayoutInput } from './layout-input.ts';
import { pageLabel } from './page-label.ts';
import { placeFooterNote } from './place-footer.ts';
import { placeSmallPrint } from './place-small-print.ts';
import { placeVisual } from './place-visual.ts';
import { singleStillPage } from './single-still-page.ts';
import { LEFT_IN, SLIDE_HEIGHT_IN, STRIP_LEFT_IN, STRIP_WIDTH_IN, TITLE_TOP_IN } from './slide-grid.ts';

const STRIP_BOX = { xIn: STRIP_LEFT_IN, yIn: 0, widthIn: STRIP_WIDTH_IN, heightIn: SLIDE_HEIGHT_IN };
const ROWS_BOX = { xIn: LEFT_IN, yIn: 1.75, widthIn: 8.35, heightIn: 3.2 };
const MIN_GAP_IN = 0.1;
const TEXT_INDENT_IN = 0.65;

/** Closing: what to remember, numbered, then the small print, on the deep ground. */
export function layOutClosing(input: LayoutInput): DraftPage[] {
  const { script, theme, deckTitle, measurer } = input;
  const look = bodyLook(theme, theme.onDeep);
  const rules = {
    look,
    textWidthIn: ROWS_BOX.widthIn - TEXT_INDENT_IN,
    heightIn: ROWS_BOX.heightIn,
    largestPt: () => 26,
    minGapIn: MIN_GAP_IN,
  };
  const split = splitRows(script.points, rules, rules, measurer);
  const visual = placeVisual(input, chooseVisualKinds(deckTitle).section, STRIP_BOX, null);
  const title = placeTitle(input);
  const smallPrint = placeSmallPrint(input);
  const background = theme.deep;
  if (split.length === 0) {
    return [singleStillPage({ title: script.heading, background, pointIndices: [] }, [visual, title, ...smallPrint])];
  }
  return split.map((page, index) =>
    singleStillPage(
      { title: script.heading, background, pointIndices: page.rows.map(({ pointIndex }) => pointIndex) },
      [
        visual,
        title,
        ...placeNumberedRows(page, look, { ...ROWS_BOX, indentIn: TEXT_INDENT_IN }, theme, measurer),
        ...(index === 0 ? smallPrint : [placeFooterNote(input, pageLabel(index + 1, split.length, deckTitle))]),
      ],
    ),
  );
}

function placeTitle({ script, theme, measurer }: LayoutInput): TextShape {
  return setText(
    {
      text: script.heading,
      look: headLook(theme, theme.onDeep),
      steps: [
        { fromPt: 40, toPt: 30, maxLines: 1 },
        { fromPt: 30, toPt: 30, maxLines: 2 },
      ],
      place: { xIn: LEFT_IN, yIn: TITLE_TOP_IN, widthIn: 8.4, heightIn: 1.05, placeholder: 'title' },
      isBalanced: true,
    },
    measurer,
  );
}
