import type { VisualKind } from '../visual-spec.ts';

const ALT_TEXTS: Readonly<Record<VisualKind, string>> = {
  contours: 'Drawn pattern: contour lines around a summit',
  waves: 'Drawn pattern: layers of waves under a disc',
  arcs: 'Drawn pattern: wide rings around a far centre',
  dots: 'Drawn pattern: a field of dots of different sizes',
  flow: 'Drawn pattern: fine strands that flow together',
  ridgelines: 'Drawn pattern: rows of ridges behind each other',
};

/** Returns what a drawn pattern shows, for people who cannot see it. */
export function altTextOf(kind: VisualKind): string {
  return ALT_TEXTS[kind];
}
