/** Returns milliseconds as seconds with three decimals. */
export function toSeconds(durationMs: number): number {
  return Math.round(durationMs) / 1000;
}
