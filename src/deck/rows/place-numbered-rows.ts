import type { LineShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import { type Box, baselineOf } from '../text/place-text.ts';
import { lineSpacingOf } from '../text/script-rules.ts';
import { oneLine, setText } from '../text/set-text.ts';
import { linePitchIn, styleOf, type TextLook } from '../text/text-look.ts';
import { numberLook } from '../text/theme-looks.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import type { Theme } from '../theme-of.ts';
import type { RowsPage } from './split-rows.ts';

export interface NumberedRowsPlace extends Box {
  /** Left edge of the text, from the box's. */
  readonly indentIn: number;
}

const NUMBER_PT = 28;
// Rows of one line at 26 pt are 0.92 in high.
const MAX_GAP_IN = 0.243;
const HAIRLINE_PT = 0.75;

/** Returns numbered rows on the deep ground: hairlines and numbers, then all rows as one body text. */
export function placeNumberedRows(
  { sizePt, rows }: RowsPage,
  look: TextLook,
  place: NumberedRowsPlace,
  theme: Theme,
  measurer: TextMeasurer,
): (LineShape | TextShape)[] {
  const pitchIn = linePitchIn(sizePt);
  const spacingOf = ({ text, lines }: RowsPage['rows'][number]): number => lineSpacingOf(text, lines.length);
  const linesIn = rows.reduce((sum, row) => sum + row.lines.length * spacingOf(row), 0) * pitchIn;
  const gapIn = Math.min(MAX_GAP_IN, (place.heightIn - linesIn) / (2 * rows.length));
  const body: TextShape = {
    kind: 'text',
    xIn: place.xIn + place.indentIn,
    yIn: place.yIn + gapIn,
    widthIn: place.widthIn - place.indentIn,
    heightIn: place.heightIn - gapIn,
    placeholder: 'body',
    align: 'left',
    valign: 'top',
    paragraphs: [],
    lines: [],
    markers: [],
  };
  const beside: (LineShape | TextShape)[] = [];
  let topIn = place.yIn;
  for (const [row, { text, lines, pointIndex }] of rows.entries()) {
    const spacing = lineSpacingOf(text, lines.length);
    const heightIn = lines.length * pitchIn * spacing + 2 * gapIn;
    const run = (words: string) => ({ ...look, text: words, sizePt });
    if (row > 0) beside.push(hairline(place, topIn, theme.deepLine));
    beside.push(
      setText(
        {
          text: String(pointIndex + 1),
          look: numberLook(theme, theme.isDark ? theme.accent : theme.lift),
          steps: oneLine(NUMBER_PT),
          place: { xIn: place.xIn, yIn: topIn, widthIn: place.indentIn, heightIn, valign: 'middle' },
        },
        measurer,
      ),
    );
    body.paragraphs.push({
      runs: [run(text)],
      spaceBeforePt: row === 0 ? 0 : 2 * gapIn * 72,
      lineSpacing: spacing,
      bulletColor: null,
      indentIn: 0,
    });
    body.lines.push(
      ...lines.map((line, index) => ({
        xIn: body.xIn,
        baselineIn: topIn + gapIn + index * pitchIn * spacing + baselineOf(look.fontFamily, sizePt, spacing),
        widthIn: measurer.widthIn(line, styleOf(look, sizePt)),
        runs: [run(line)],
      })),
    );
    topIn += heightIn;
  }
  return [...beside, body];
}

function hairline({ xIn, widthIn }: Box, yIn: number, color: string): LineShape {
  return {
    kind: 'line',
    x1In: xIn,
    y1In: yIn,
    x2In: xIn + widthIn,
    y2In: yIn,
    stroke: { color, widthPt: HAIRLINE_PT },
  };
}
