import type { TextRun } from '../../contract/schemas/laid-out-slide.ts';
import type { ThemeName } from '../visual-spec.ts';

interface Face {
  readonly family: TextRun['fontFamily'];
  readonly bold: boolean;
  readonly trackingPt: number;
}

/** What a theme decides. Colours are six hex digits. */
export interface ThemeTokens {
  readonly name: ThemeName;
  readonly isDark: boolean;
  readonly bg: string;
  /** Cards, tiles, side panels. */
  readonly surface: string;
  /** Hairlines. */
  readonly line: string;
  readonly text: string;
  /** Calm text, footers, sources. */
  readonly muted: string;
  /** Markers, lit items, numbers: "this, now". */
  readonly accent: string;
  /** A second side, never decoration. */
  readonly accent2: string;
  readonly onAccent: string;
  /** Ground of section and closing slides and of drawn pictures. */
  readonly deep: string;
  readonly onDeep: string;
  readonly onDeepMuted: string;
  /** Light hue of drawn pictures, and numbers on the deep ground. */
  readonly lift: string;
  /** The one warm spot of a drawn picture; never text. */
  readonly hot: string;
  readonly head: Face;
  readonly body: Face;
  /** Big figures. */
  readonly num: Face;
  readonly radiusIn: number;
}
