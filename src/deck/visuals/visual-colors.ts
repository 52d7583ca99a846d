import { mixColors } from '../colors/mix-colors.ts';
import type { Theme } from '../theme-of.ts';
import type { VisualSpec } from '../visual-spec.ts';

/** Colour slots that patterns draw with. */
export interface VisualColors {
  readonly ground: string;
  /** Thin lines, then heavy ones. */
  readonly lines: readonly [string, string];
  /** From near the ground to far from it. */
  readonly inks: readonly [string, string, string, string];
  /** The one warm spot. */
  readonly hot: string;
  /** Ground of patterns that show a sky. */
  readonly sky: string;
  /** Eight layers from far to near, and the crest lines on them. */
  readonly layers: readonly string[];
  readonly crests: readonly string[];
}

const LAYER_COUNT = 8;

/** Returns the colours of a tone: light on the deep ground, or darker on the surface. */
export function visualColorsOf(theme: Theme, tone: VisualSpec['tone']): VisualColors {
  return tone === 'deep' ? deepColors(theme) : calmColors(theme);
}

function deepColors({ deep, lift, hot, bg, surface, isDark }: Theme): VisualColors {
  const pale = isDark ? 'FFFFFF' : bg;
  return {
    ground: deep,
    lines: [mixColors(deep, lift, 0.45), mixColors(lift, pale, 0.4)],
    inks: [
      mixColors(deep, lift, 0.14),
      mixColors(deep, lift, 0.32),
      mixColors(deep, lift, 0.58),
      mixColors(lift, pale, 0.45),
    ],
    hot,
    sky: isDark ? mixColors(deep, lift, 0.06) : mixColors(bg, surface, 0.9),
    layers: isDark
      ? ramp(mixColors(deep, lift, 0.52), mixColors(bg, '000000', 0.1))
      : ramp(mixColors(bg, lift, 0.42), mixColors(deep, '000000', 0.15)),
    crests: isDark
      ? ramp(mixColors(deep, lift, 0.8), mixColors(deep, lift, 0.3))
      : ramp(mixColors(bg, lift, 0.16), mixColors(deep, lift, 0.4)),
  };
}

function calmColors({ deep, lift, hot, surface }: Theme): VisualColors {
  return {
    ground: surface,
    lines: [mixColors(surface, lift, 0.7), mixColors(lift, deep, 0.35)],
    inks: [mixColors(surface, lift, 0.3), mixColors(surface, lift, 0.6), lift, mixColors(lift, deep, 0.45)],
    hot,
    sky: surface,
    layers: ramp(mixColors(surface, lift, 0.35), mixColors(lift, deep, 0.75)),
    crests: ramp(mixColors(surface, lift, 0.15), mixColors(lift, deep, 0.4)),
  };
}

function ramp(from: string, to: string): string[] {
  return Array.from({ length: LAYER_COUNT }, (_, step) => mixColors(from, to, step / (LAYER_COUNT - 1)));
}
