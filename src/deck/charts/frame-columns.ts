import type { Box } from '../text/place-text.ts';
import { BAR_SHARE, CHART_AIR_IN, type ChartFrame, type FittedChart } from './chart-input.ts';

/** Places standing columns from the left, values above them and labels below. */
export function frameColumns(values: readonly number[], fitted: FittedChart, outer: Box): ChartFrame {
  const { labelRoomIn, valueRoomIn, pitchIn, inPerUnit, lengthIn, lowest } = fitted;
  const widthIn = pitchIn * values.length;
  const bottomIn = outer.yIn + lengthIn;
  const lowRoomIn = lowest < 0 ? valueRoomIn : 0;
  const zeroIn = bottomIn - lowRoomIn + lowest * inPerUnit;
  const columnOf = (index: number) => ({
    xIn: outer.xIn + index * pitchIn,
    widthIn: pitchIn,
    align: 'center' as const,
  });
  return {
    box: { ...outer, widthIn },
    plot: { xIn: outer.xIn, yIn: outer.yIn, widthIn, heightIn: lengthIn },
    lowRoomIn,
    bars: values.map((value, index) => ({
      xIn: outer.xIn + (index + (1 - BAR_SHARE) / 2) * pitchIn,
      yIn: zeroIn - Math.max(0, value) * inPerUnit,
      widthIn: BAR_SHARE * pitchIn,
      heightIn: Math.abs(value) * inPerUnit,
    })),
    labels: values.map((_, index) => ({
      ...columnOf(index),
      yIn: bottomIn + CHART_AIR_IN,
      heightIn: labelRoomIn,
    })),
    values: values.map((value, index) => ({
      ...columnOf(index),
      yIn: zeroIn - value * inPerUnit - (value < 0 ? 0 : valueRoomIn),
      heightIn: valueRoomIn,
      valign: 'middle',
    })),
    axis: { kind: 'line', x1In: outer.xIn, y1In: zeroIn, x2In: outer.xIn + widthIn, y2In: zeroIn },
  };
}
