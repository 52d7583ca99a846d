import type { ThemeTokens } from './theme-tokens.ts';

/** Warm paper, dark green ground, a rust accent; Georgia heads over Calibri. */
export const paper: ThemeTokens = {
  name: 'paper',
  isDark: false,
  bg: 'FBF7F0',
  surface: 'F1E9DB',
  line: 'D9CBB4',
  text: '2B2118',
  muted: '6B5B4B',
  accent: '9A3412',
  accent2: '1F5F5B',
  onAccent: 'FFFFFF',
  deep: '173F3D',
  onDeep: 'FBF7F0',
  onDeepMuted: 'BFD2CB',
  lift: '7DB3A6',
  hot: 'C4674A',
  head: { family: 'Georgia', bold: false, trackingPt: 0 },
  body: { family: 'Calibri', bold: false, trackingPt: 0 },
  // Georgia's figures hang below the line.
  num: { family: 'Calibri', bold: true, trackingPt: 0 },
  radiusIn: 0,
};
