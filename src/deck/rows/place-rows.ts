import type { LineShape, RectShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import { type Box, baselineOf } from '../text/place-text.ts';
import { isDevanagari, lineSpacingOf } from '../text/script-rules.ts';
import { linePitchIn, styleOf, type TextLook } from '../text/text-look.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import type { Theme } from '../theme-of.ts';
import type { RowsPage } from './split-rows.ts';

/** Which state of a page the rows show: before the first point is spoken, while one is, or at rest. */
export type RowsState =
  | { readonly state: 'calm' | 'plain' }
  /** `row` counts on the page. */
  | { readonly state: 'lit'; readonly row: number };

export interface RowsPlace extends Box {
  readonly maxGapIn: number;
}

/** Left edge of the text, from the column's. */
export const ROW_INDENT_IN = 0.42;

const MARKER_SIDE_IN = 0.125;
const MARKER_INDENT_IN = 0.03;
const LIT_OVERHANG_IN = 0.2;
const LIT_EDGE_IN = 0.07;
const HAIRLINE_PT = 0.75;

/** Returns the rows of a page in one state: what is lit, the hairlines, then all rows as one body text. */
export function placeRows(
  page: RowsPage,
  look: TextLook,
  place: RowsPlace,
  theme: Theme,
  state: RowsState,
  measurer: TextMeasurer,
): (RectShape | LineShape | TextShape)[] {
  const { sizePt, rows } = page;
  const pitchIn = linePitchIn(sizePt);
  const spacingOf = ({ text, lines }: RowsPage['rows'][number]): number => lineSpacingOf(text, lines.length);
  const linesIn = rows.reduce((sum, row) => sum + row.lines.length * spacingOf(row), 0) * pitchIn;
  const gapIn = Math.min(place.maxGapIn, (place.heightIn - linesIn) / (2 * rows.length));
  const litRow = state.state === 'lit' ? state.row : null;
  const under: (RectShape | LineShape)[] = [];
  const body: TextShape = {
    kind: 'text',
    xIn: place.xIn,
    // PowerPoint drops the space before the first paragraph of a box, so the first gap lies above the box.
    yIn: place.yIn + gapIn,
    widthIn: place.widthIn,
    heightIn: place.heightIn - gapIn,
    placeholder: 'body',
    align: 'left',
    valign: 'top',
    paragraphs: [],
    lines: [],
    markers: [],
  };
  let topIn = place.yIn;
  for (const [row, { text, lines }] of rows.entries()) {
    const spacing = lineSpacingOf(text, lines.length);
    const heightIn = lines.length * pitchIn * spacing + 2 * gapIn;
    const { textColor, markerColor } = colorsOf(row, state, theme);
    if (row === litRow) under.push(...litGround(place, topIn, heightIn, theme));
    if (row > 0 && row !== litRow && row - 1 !== litRow) under.push(hairline(place, topIn, theme));
    const run = (words: string) => ({ ...look, text: words, sizePt, color: textColor });
    body.paragraphs.push({
      runs: [run(text)],
      spaceBeforePt: row === 0 ? 0 : 2 * gapIn * 72,
      lineSpacing: spacing,
      bulletColor: markerColor,
      indentIn: ROW_INDENT_IN,
    });
    body.lines.push(
      ...lines.map((line, index) => ({
        xIn: place.xIn + ROW_INDENT_IN,
        baselineIn: topIn + gapIn + index * pitchIn * spacing + baselineOf(look.fontFamily, sizePt, spacing),
        widthIn: measurer.widthIn(line, styleOf(look, sizePt)),
        runs: [run(line)],
      })),
    );
    body.markers.push({
      xIn: place.xIn + MARKER_INDENT_IN,
      yIn: topIn + gapIn + (pitchIn * spacing) / 2 - MARKER_SIDE_IN / 2 + markerShiftIn(text, sizePt),
      sideIn: MARKER_SIDE_IN,
      color: markerColor,
    });
    topIn += heightIn;
  }
  return [...under, body];
}

/** 0.04 em under the middle of the line is the middle of the x-height; Devanagari has none. */
const markerShiftIn = (text: string, sizePt: number): number => (isDevanagari(text) ? 0 : (0.04 * sizePt) / 72);

function colorsOf(row: number, state: RowsState, { text, muted, accent, markerCalm }: Theme) {
  if (state.state === 'lit') {
    return { textColor: row === state.row ? text : muted, markerColor: row <= state.row ? accent : markerCalm };
  }
  return state.state === 'plain'
    ? { textColor: text, markerColor: accent }
    : { textColor: muted, markerColor: markerCalm };
}

function litGround(place: Box, yIn: number, heightIn: number, { tint, accent }: Theme): RectShape[] {
  const rect = { kind: 'rect', xIn: place.xIn - LIT_OVERHANG_IN, yIn, heightIn, stroke: null, radiusIn: 0 } as const;
  return [
    { ...rect, widthIn: place.widthIn + LIT_OVERHANG_IN, fill: tint },
    { ...rect, widthIn: LIT_EDGE_IN, fill: accent },
  ];
}

function hairline({ xIn, widthIn }: Box, yIn: number, { line }: Theme): LineShape {
  return {
    kind: 'line',
    x1In: xIn,
    y1In: yIn,
    x2In: xIn + widthIn,
    y2In: yIn,
    stroke: { color: line, widthPt: HAIRLINE_PT },
  };
}
