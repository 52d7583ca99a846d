import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { DraftPage, DraftShape } from '../draft-slide.ts';
import type { RowRules } from '../rows/fit-rows.ts';
import { placeRows, ROW_INDENT_IN, type RowsState } from '../rows/place-rows.ts';
import { type RowsPage, splitRows } from '../rows/split-rows.ts';
import type { FitStep } from '../text/fit-step.ts';
import { linesHeightIn, setText } from '../text/set-text.ts';
import { bodyLook, headLook } from '../text/theme-looks.ts';
import { buildStills } from './build-stills.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeFooter } from './place-footer.ts';
import { LEFT_IN, TITLE_TOP_IN } from './slide-grid.ts';

/** What tells one layout with rows from another. */
export interface RowsFrame {
  readonly titleSteps: readonly [FitStep, ...FitStep[]];
  readonly titleWidthIn: number;
  /** By the number of lines that the title takes. */
  readonly rowsTopIn: (titleLines: number) => number;
  readonly rowsBottomIn: number;
  readonly rowsWidthIn: number;
  readonly largestPt: (rowCount: number) => number;
  readonly minGapIn: number;
  readonly maxGapIn: number;
  /** Right edge of the slide number. */
  readonly footerRightIn: number;
  /** What stands beside the rows, the same on every page. */
  readonly beside: readonly DraftShape[];
}

const FURTHER_TITLE_STEPS: readonly [FitStep, ...FitStep[]] = [
  { fromPt: 24, toPt: 20, maxLines: 2 },
  { fromPt: 20, toPt: 20, maxLines: 3 },
];

const AIR_UNDER_TITLE_IN = 0.3;
const TITLE_HEIGHT_IN = 1.9;

/** Places title, rows and footer of a slide, on as many pages as its points need. */
export function layOutRowsPages(input: LayoutInput, frame: RowsFrame): DraftPage[] {
  const { script, theme, measurer } = input;
  const look = bodyLook(theme, theme.text);
  const titleOf = (page: number) => placeTitle(input, frame, page);
  const rulesOf = (page: number): RowRules => ({
    look,
    textWidthIn: frame.rowsWidthIn - ROW_INDENT_IN,
    heightIn: frame.rowsBottomIn - rowsTopIn(titleOf(page)),
    largestPt: frame.largestPt,
    minGapIn: frame.minGapIn,
  });
  const split = splitRows(script.points, rulesOf(0), rulesOf(1), measurer);
  const pages: RowsPage[] = split.length > 0 ? split : [{ sizePt: frame.largestPt(0), rows: [] }];
  return pages.map((page, index) => {
    const title = titleOf(index);
    const topIn = rowsTopIn(title);
    const place = {
      xIn: LEFT_IN,
      yIn: topIn,
      widthIn: frame.rowsWidthIn,
      heightIn: frame.rowsBottomIn - topIn,
      maxGapIn: frame.maxGapIn,
    };
    const footer = placeFooter(input, frame.footerRightIn, { page: index + 1, of: pages.length });
    const shapesIn = (state: RowsState): DraftShape[] => [
      ...frame.beside,
      title,
      ...(page.rows.length === 0 ? [] : placeRows(page, look, place, theme, state, measurer)),
      ...footer,
    ];
    const pointIndices = page.rows.map(({ pointIndex }) => pointIndex);
    return {
      title: script.heading,
      pointIndices,
      background: theme.bg,
      stills: buildStills(input, pointIndices, shapesIn),
    };
  });
}

/** The title in full on the first page, small and muted on further ones. */
function placeTitle({ script, theme, measurer }: LayoutInput, frame: RowsFrame, page: number): TextShape {
  const shape = setText(
    {
      text: script.heading,
      look: headLook(theme, page === 0 ? theme.text : theme.muted),
      steps: page === 0 ? frame.titleSteps : FURTHER_TITLE_STEPS,
      place: {
        xIn: LEFT_IN,
        yIn: TITLE_TOP_IN,
        widthIn: frame.titleWidthIn,
        heightIn: TITLE_HEIGHT_IN,
        placeholder: 'title',
      },
      isBalanced: true,
    },
    measurer,
  );
  const roomIn = frame.rowsTopIn(shape.lines.length) - AIR_UNDER_TITLE_IN - TITLE_TOP_IN;
  return { ...shape, heightIn: Math.max(roomIn, linesHeightIn(shape)) };
}

function rowsTopIn(title: TextShape): number {
  return title.yIn + title.heightIn + AIR_UNDER_TITLE_IN;
}
