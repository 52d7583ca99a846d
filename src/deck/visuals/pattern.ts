import type { VisualColors } from './visual-colors.ts';
import type { VisualPath } from './visual-drawing.ts';

export interface PatternInput {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colors: VisualColors;
  readonly seed: number;
}

export interface Pattern {
  readonly ground: string;
  readonly paths: readonly VisualPath[];
  /** About how much of the picture the hot colour covers, 0 to 1. */
  readonly hotShare: number;
}

/** Draws one kind of pattern. The same input gives the same paths. */
export type DrawPattern = (input: PatternInput) => Pattern;
