import type { Box, TextPlace } from '../text/place-text.ts';
import { BAR_SHARE, CHART_AIR_IN, type ChartFrame, type FittedChart } from './chart-input.ts';

/** Places lying bars from the top down, labels against the axis as in charts of office programs. */
export function frameBars(values: readonly number[], fitted: FittedChart, outer: Box): ChartFrame {
  const { labelRoomIn, valueRoomIn, pitchIn, inPerUnit, lengthIn, lowest } = fitted;
  const heightIn = pitchIn * values.length;
  const xIn = outer.xIn + labelRoomIn + CHART_AIR_IN;
  const lowRoomIn = lowest < 0 ? valueRoomIn + CHART_AIR_IN : 0;
  const zeroIn = xIn + lowRoomIn - lowest * inPerUnit;
  const rowOf = (index: number) => ({ yIn: outer.yIn + index * pitchIn, heightIn: pitchIn, valign: 'middle' as const });
  return {
    box: { ...outer, heightIn },
    plot: { xIn, yIn: outer.yIn, widthIn: lengthIn, heightIn },
    lowRoomIn,
    bars: values.map((value, index) => ({
      xIn: zeroIn + Math.min(0, value) * inPerUnit,
      yIn: outer.yIn + (index + (1 - BAR_SHARE) / 2) * pitchIn,
      widthIn: Math.abs(value) * inPerUnit,
      heightIn: BAR_SHARE * pitchIn,
    })),
    labels: values.map((_, index) => ({ ...rowOf(index), xIn: outer.xIn, widthIn: labelRoomIn, align: 'right' })),
    values: values.map((value, index): TextPlace => {
      const endIn = zeroIn + value * inPerUnit;
      return value < 0
        ? { ...rowOf(index), xIn: endIn - CHART_AIR_IN - valueRoomIn, widthIn: valueRoomIn, align: 'right' }
        : { ...rowOf(index), xIn: endIn + CHART_AIR_IN, widthIn: valueRoomIn };
    }),
    axis: { kind: 'line', x1In: zeroIn, y1In: outer.yIn, x2In: zeroIn, y2In: outer.yIn + heightIn },
  };
}
