import type { ResolvedRequest } from '../contract/schemas/request.ts';

/** Drawn patterns. Each is one file in `deck/visuals`. */
export const VISUAL_KINDS = ['contours', 'waves', 'arcs', 'dots', 'flow', 'ridgelines'] as const;

export type VisualKind = (typeof VISUAL_KINDS)[number];

export type ThemeName = ResolvedRequest['theme'];

/** A drawn picture as plain data: equal specs give equal pictures. */
export interface VisualSpec {
  readonly kind: VisualKind;
  /** Whole number, 0 to 2^32 - 1. */
  readonly seed: number;
  /** "deep" stands on the dark ground of the theme, "calm" on its surface, beside dense text. */
  readonly tone: 'deep' | 'calm';
  readonly widthIn: number;
  readonly heightIn: number;
  readonly theme: ThemeName;
  /** A square of the page colour cut out of the lower left corner, with an icon of Phosphor in it. */
  readonly plate: { readonly sizeIn: number; readonly icon: string } | null;
}
