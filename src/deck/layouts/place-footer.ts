import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';
import { baselineOf, plainParagraph } from '../text/place-text.ts';
import { oneLine, setText } from '../text/set-text.ts';
import { styleOf } from '../text/text-look.ts';
import { bodyLook } from '../text/theme-looks.ts';
import type { LayoutInput } from './layout-input.ts';
import { pageLabel } from './page-label.ts';
import { FOOTER_HEIGHT_IN, FOOTER_TOP_IN, LEFT_IN, STRIP_COLUMN_WIDTH_IN } from './slide-grid.ts';

const SIZE_PT = 11;
const RIGHT_WIDTH_IN = 3;
const GAP_IN = 0.2;

/** Places the deck's title at the left and the slide's number at the right, with "Page 2 of 2" on further pages. */
export function placeFooter(
  input: LayoutInput,
  rightIn: number,
  { page, of }: { readonly page: number; readonly of: number },
  leftIn = LEFT_IN,
): TextShape[] {
  const { theme, deckTitle, measurer } = input;
  const box = { yIn: FOOTER_TOP_IN, heightIn: FOOTER_HEIGHT_IN };
  const title = setText(
    {
      text: deckTitle,
      look: bodyLook(theme, theme.muted),
      steps: oneLine(SIZE_PT),
      place: { ...box, xIn: leftIn, widthIn: rightIn - RIGHT_WIDTH_IN - GAP_IN - leftIn },
    },
    measurer,
  );
  return [title, placeNumber(input, rightIn, page === 1 ? null : pageLabel(page, of, deckTitle))];
}

/** Places a note at the lower right of the text column, for slides that show no number. */
export function placeFooterNote({ theme, measurer }: LayoutInput, note: string): TextShape {
  return setText(
    {
      text: note,
      look: bodyLook(theme, theme.onDeepMuted, true),
      steps: oneLine(SIZE_PT),
      place: {
        xIn: LEFT_IN,
        yIn: FOOTER_TOP_IN,
        widthIn: STRIP_COLUMN_WIDTH_IN,
        heightIn: FOOTER_HEIGHT_IN,
        align: 'right',
      },
    },
    measurer,
  );
}

function placeNumber({ theme, slideNumber, measurer }: LayoutInput, rightIn: number, note: string | null): TextShape {
  const noteRun = { ...bodyLook(theme, theme.accent, true), text: note ?? '', sizePt: SIZE_PT };
  const numberRun = {
    ...bodyLook(theme, theme.muted),
    text: note === null ? String(slideNumber) : `\u00A0\u00A0 ${slideNumber}`,
    sizePt: SIZE_PT,
  };
  const runs = note === null ? [numberRun] : [noteRun, numberRun];
  const widthIn = runs.reduce((sum, run) => sum + measurer.widthIn(run.text, styleOf(run, SIZE_PT)), 0);
  return {
    kind: 'text',
    xIn: rightIn - RIGHT_WIDTH_IN,
    yIn: FOOTER_TOP_IN,
    widthIn: RIGHT_WIDTH_IN,
    heightIn: FOOTER_HEIGHT_IN,
    placeholder: null,
    align: 'right',
    valign: 'top',
    paragraphs: [plainParagraph(runs)],
    lines: [
      {
        xIn: rightIn - widthIn,
        baselineIn: FOOTER_TOP_IN + baselineOf(theme.body.family, SIZE_PT),
        widthIn,
        runs,
      },
    ],
    markers: [],
  };
}
