/** A drawn picture as paths. Lengths and places in pixels from the upper left corner. */
export interface VisualDrawing {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Six hex digits. */
  readonly ground: string;
  /** Painted in this order. */
  readonly paths: readonly VisualPath[];
  readonly plate: VisualPlate | null;
}

export interface VisualPath {
  readonly segments: readonly PathSegment[];
  readonly fill: string | null;
  readonly stroke: { readonly color: string; readonly widthPx: number } | null;
  /** 0 to 1. */
  readonly opacity: number;
}

export type PathSegment =
  | { readonly op: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly op: 'arc';
      readonly x: number;
      readonly y: number;
      readonly radiusPx: number;
      readonly startRad: number;
      readonly endRad: number;
    }
  | { readonly op: 'close' };

/** A square with an icon in its middle. */
export interface VisualPlate {
  readonly x: number;
  readonly y: number;
  readonly sidePx: number;
  readonly fill: string;
  readonly icon: {
    readonly name: string;
    readonly sidePx: number;
    readonly lineColor: string;
    readonly fillColor: string;
  };
}
