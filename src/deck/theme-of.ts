import { mixColors } from './colors/mix-colors.ts';
import { paper } from './themes/paper.ts';
import type { ThemeTokens } from './themes/theme-tokens.ts';
import type { ThemeName } from './visual-spec.ts';

/** A theme with the colours that are mixed from its tokens. */
export interface Theme extends ThemeTokens {
  /** Ground of what is lit. */
  readonly tint: string;
  /** Marker of a point that was not spoken yet. */
  readonly markerCalm: string;
  /** Bars of a chart that are not the point. */
  readonly bar: string;
  /** Hairlines on the deep ground. */
  readonly deepLine: string;
  /** Second shape of a duotone icon. */
  readonly iconFill: string;
}

const TOKENS: Readonly<Record<ThemeName, ThemeTokens>> = { paper };

/** Returns a theme by its name. */
export function themeOf(name: ThemeName): Theme {
  const tokens = TOKENS[name];
  const { bg, accent, muted, deep, onDeep, surface, isDark } = tokens;
  return {
    ...tokens,
    tint: mixColors(bg, accent, isDark ? 0.16 : 0.1),
    markerCalm: mixColors(bg, muted, 0.55),
    bar: mixColors(bg, muted, isDark ? 0.56 : 0.66),
    deepLine: mixColors(deep, onDeep, 0.28),
    iconFill: mixColors(surface, accent, isDark ? 0.3 : 0.22),
  };
}
