import type { ChartExhibit } from '../../contract/schemas/exhibit.ts';
import type { ChartShape, LineShape } from '../../contract/schemas/laid-out-slide.ts';
import type { Box, TextPlace } from '../text/place-text.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import type { Theme } from '../theme-of.ts';

export interface ChartInput {
  readonly exhibit: ChartExhibit;
  readonly box: Box;
  readonly theme: Theme;
  readonly measurer: TextMeasurer;
}

/** Where everything of a chart stands, whichever bar is lit. Lengths run along the bars, from the lowest value on. */
export interface FittedChart {
  readonly form: ChartShape['form'];
  readonly labelPt: number;
  readonly valuePt: number;
  /** Room of one label: the width beside bars, the height under columns. */
  readonly labelRoomIn: number;
  /** Room of one value along the bars. */
  readonly valueRoomIn: number;
  /** Distance from one bar to the next. */
  readonly pitchIn: number;
  readonly inPerUnit: number;
  /** Length of the axis, values included. */
  readonly lengthIn: number;
  readonly lowest: number;
}

/** Share of the pitch that a bar fills. */
export const BAR_SHARE = 0.6;
/** Between the end of a bar and its value, and between a label and the axis. */
export const CHART_AIR_IN = 0.12;
/** Wrapping fills no box to the edge; this much of it is filled in every script. */
export const USABLE_SHARE = 0.92;
/** Line pitch of two lines of the script that needs most, as a multiple of single spacing. */
export const WIDEST_SPACING = 1.12;

/** Places of the parts of a chart, by the number of the item. */
export interface ChartFrame {
  readonly box: Box;
  readonly plot: Box;
  /** Room before the lowest value, for the values of bars that point down or to the left. */
  readonly lowRoomIn: number;
  readonly bars: readonly Box[];
  readonly labels: readonly TextPlace[];
  readonly values: readonly TextPlace[];
  readonly axis: Omit<LineShape, 'stroke'>;
}

/** Returns the scale at which the span of values fills a length; 0 when there is no span to speak of. */
export function inPerUnitOf(lengthIn: number, span: number): number {
  const inPerUnit = lengthIn / span;
  return Number.isFinite(inPerUnit) ? inPerUnit : 0;
}
