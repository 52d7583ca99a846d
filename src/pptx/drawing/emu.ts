/** English Metric Units in one inch, the length unit of DrawingML (ECMA-376 part 1, 20.1.2.1). */
const EMU_PER_INCH = 914_400;

/** Converts inches to whole English Metric Units. */
export function toEmu(inches: number): number {
  return Math.round(inches * EMU_PER_INCH);
}

/** Converts points to the hundredths of a point that DrawingML text sizes and spacings are written in. */
export function toCentipoints(points: number): number {
  return Math.round(points * 100);
}
