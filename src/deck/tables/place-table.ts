import type { TableExhibit } from '../../contract/schemas/exhibit.ts';
import type { TableShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { Box } from '../text/place-text.ts';
import { setText } from '../text/set-text.ts';
import type { TextLook } from '../text/text-look.ts';
import { bodyLook } from '../text/theme-looks.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import type { Theme } from '../theme-of.ts';
import { CELL_MARGIN_IN, type FittedTable, ROW_HEIGHT_IN, type TableRow } from './fit-table.ts';

const HEAD_RULE_PT = 1.5;
const HAIRLINE_PT = 0.75;

/** Places one page of a table: the head, then its rows; `litRow` counts on the page, null lights none. */
export function placeTable(
  exhibit: TableExhibit,
  fitted: FittedTable,
  page: readonly TableRow[],
  place: Pick<Box, 'xIn' | 'yIn'> & { readonly altText: string; readonly litRow: number | null },
  theme: Theme,
  measurer: TextMeasurer,
): TableShape {
  const { columnWidthsIn } = fitted;
  const columns = columnWidthsIn.map((widthIn, column) => ({
    xIn: place.xIn + columnWidthsIn.slice(0, column).reduce((sum, each) => sum + each, 0) + CELL_MARGIN_IN,
    widthIn: widthIn - 2 * CELL_MARGIN_IN,
    align: exhibit.isNumeric[column] === true ? ('right' as const) : ('left' as const),
  }));
  const setRow = (
    texts: readonly string[],
    yIn: number,
    heightIn: number,
    size: { readonly sizePt: number; readonly maxLines: number },
    lookOf: (column: number) => TextLook,
  ): TextShape[] =>
    columns.map((column, index) =>
      setText(
        {
          text: texts[index] ?? '',
          look: lookOf(index),
          steps: [{ fromPt: size.sizePt, toPt: size.sizePt, maxLines: size.maxLines }],
          place: { ...column, yIn, heightIn, valign: 'middle' },
        },
        measurer,
      ),
    );
  const headLook = bodyLook(theme, theme.muted, true);
  const rows: TableShape['rows'] = [
    {
      heightIn: ROW_HEIGHT_IN,
      fill: null,
      ruleUnder: { color: theme.text, widthPt: HEAD_RULE_PT },
      cells: setRow(exhibit.columns, place.yIn, ROW_HEIGHT_IN, { sizePt: fitted.headPt, maxLines: 2 }, () => headLook),
    },
  ];
  const keyColumn = keyColumnOf(exhibit);
  let yIn = place.yIn + ROW_HEIGHT_IN;
  for (const [index, { cells, heightIn }] of page.entries()) {
    const isLit = index === place.litRow;
    const lookOf = (column: number) =>
      bodyLook(theme, isLit && column === keyColumn ? theme.accent : theme.text, isLit || column === 0);
    rows.push({
      heightIn,
      fill: isLit ? theme.tint : null,
      ruleUnder: { color: theme.line, widthPt: HAIRLINE_PT },
      cells: setRow(cells, yIn, heightIn, fitted, lookOf),
    });
    yIn += heightIn;
  }
  return {
    kind: 'table',
    xIn: place.xIn,
    yIn: place.yIn,
    widthIn: columnWidthsIn.reduce((sum, each) => sum + each, 0),
    heightIn: yIn - place.yIn,
    altText: place.altText,
    columnWidthsIn: [...columnWidthsIn],
    rows,
  };
}

/** What a row says is its last figure, or its last cell where no column holds figures. */
function keyColumnOf({ columns, isNumeric }: TableExhibit): number {
  const lastFigure = isNumeric.lastIndexOf(true);
  return lastFigure > 0 ? lastFigure : columns.length - 1;
}
