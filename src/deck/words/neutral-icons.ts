/** Shapes that say nothing, for slides of which no word is known: no two of them look alike. */
export const NEUTRAL_ICONS = [
  'shapes',
  'stack',
  'intersect-three',
  'hexagon',
  'circles-three',
  'cube',
  'spiral',
  'diamonds-four',
  'sphere',
  'polygon',
] as const;
