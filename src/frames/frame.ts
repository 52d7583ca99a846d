/** Raw pixels: RGBA, eight bits each, rows from the top without padding. Opaque. */
export interface Frame {
  readonly rgba: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}
