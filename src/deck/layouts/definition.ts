import type { RectShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { DraftPage, DraftShape } from '../draft-slide.ts';
import { cleanText } from '../text/clean-text.ts';
import { linesHeightIn, setText } from '../text/set-text.ts';
import { bodyLook, headLook } from '../text/theme-looks.ts';
import { chooseStripKind } from '../words/choose-visual-kinds.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeTitleLabel } from './place-exhibit-title.ts';
import { placeFooter } from './place-footer.ts';
import { placeVisual } from './place-visual.ts';
import { requireExhibit } from './require-exhibit.ts';
import { singleStillPage } from './single-still-page.ts';
import { LEFT_IN, SLIDE_HEIGHT_IN, STRIP_COLUMN_WIDTH_IN, STRIP_LEFT_IN, STRIP_WIDTH_IN } from './slide-grid.ts';

const STRIP_BOX = { xIn: STRIP_LEFT_IN, yIn: 0, widthIn: STRIP_WIDTH_IN, heightIn: SLIDE_HEIGHT_IN };
const TERM_BOX = { xIn: LEFT_IN, yIn: 1.25, widthIn: STRIP_COLUMN_WIDTH_IN, heightIn: 1.95 };
const MEANING_TOP_IN = 3.55;
const MEANING_INDENT_IN = 0.42;
/** From the tops of the letters of the first line to the feet of the last. */
const EDGE = { widthIn: 0.07, underTopIn: 0.07, underLinesIn: 0.04 };

/** A term as large as a headline and its meaning beside an edge in the accent; a strip with an icon at the right. */
export function layOutDefinition(input: LayoutInput): DraftPage[] {
  const { script, theme, deckTitle } = input;
  const { term, meaning } = requireExhibit(input, 'definition');
  // A slide that is called what it defines says it once.
  const isTitle = cleanText(term).toLowerCase() === script.heading.toLowerCase();
  const meaningText = placeMeaning(input, meaning);
  const shapes: DraftShape[] = [
    placeVisual(input, chooseStripKind(deckTitle, script.lecture?.turn), STRIP_BOX, 1.74),
    ...(isTitle ? [] : [placeTitleLabel(input, LEFT_IN, STRIP_COLUMN_WIDTH_IN)]),
    placeTerm(input, term, isTitle),
    edgeBeside(meaningText, theme.accent),
    meaningText,
    ...placeFooter(input, LEFT_IN + STRIP_COLUMN_WIDTH_IN, { page: 1, of: 1 }),
  ];
  const pointIndices = script.points.map((_, index) => index);
  return [singleStillPage({ title: script.heading, background: theme.bg, pointIndices }, shapes)];
}

function placeTerm({ theme, measurer }: LayoutInput, term: string, isTitle: boolean): TextShape {
  return setText(
    {
      text: term,
      look: headLook(theme, theme.text),
      steps: [
        { fromPt: 66, toPt: 44, maxLines: 1 },
        { fromPt: 48, toPt: 34, maxLines: 2 },
        { fromPt: 34, toPt: 28, maxLines: 3 },
      ],
      place: { ...TERM_BOX, valign: 'bottom', ...(isTitle ? { placeholder: 'title' as const } : {}) },
      isBalanced: true,
    },
    measurer,
  );
}

function placeMeaning({ theme, measurer }: LayoutInput, meaning: string): TextShape {
  return setText(
    {
      text: meaning,
      look: bodyLook(theme, theme.text),
      steps: [
        { fromPt: 36, toPt: 28, maxLines: 4 },
        { fromPt: 28, toPt: 22, maxLines: 6 },
        { fromPt: 22, toPt: 18, maxLines: 9 },
      ],
      place: {
        xIn: LEFT_IN + MEANING_INDENT_IN,
        yIn: MEANING_TOP_IN,
        widthIn: STRIP_COLUMN_WIDTH_IN - MEANING_INDENT_IN,
        heightIn: 2.95,
        placeholder: 'body',
      },
      isBalanced: true,
    },
    measurer,
  );
}

/** As high as the lines beside it. */
function edgeBeside(text: TextShape, color: string): RectShape {
  return {
    kind: 'rect',
    xIn: LEFT_IN,
    yIn: text.yIn + EDGE.underTopIn,
    widthIn: EDGE.widthIn,
    heightIn: linesHeightIn(text) + EDGE.underLinesIn - EDGE.underTopIn,
    fill: color,
    stroke: null,
    radiusIn: 0,
  };
}
