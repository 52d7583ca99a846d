import { describe, expect, test } from 'vitest';
import { THEMES } from '../../../src/contract/schemas/request.ts';
import { themeOf } from '../../../src/deck/theme-of.ts';

/** Contrast of two colours by WCAG 2.2. */
function contrastOf(a: string, b: string): number {
  const luminance = (color: string) => {
    const [r = 0, g = 0, b2 = 0] = [0, 2, 4].map((start) => {
      const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b2;
  };
  const [light, dark] = [Math.max(luminance(a), luminance(b)), Math.min(luminance(a), luminance(b))];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEMES)('theme %s', (name) => {
  const theme = themeOf(name);

  test('can be read: every text colour has a contrast of 4.5 on each ground it stands on', () => {
    const pairs = [
      ...[theme.bg, theme.surface, theme.tint].flatMap((ground) => [
        [theme.text, ground],
        [theme.muted, ground],
        [theme.accent, ground],
      ]),
      [theme.accent2, theme.bg],
      [theme.onAccent, theme.accent],
      [theme.onDeep, theme.deep],
      [theme.onDeepMuted, theme.deep],
      [theme.isDark ? theme.accent : theme.lift, theme.deep],
    ];
    for (const [text = '', ground = ''] of pairs) {
      expect(contrastOf(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('shows what is lit by more than a shade: the edge stands out from its tint by 3 to 1', () => {
    expect(contrastOf(theme.accent, theme.tint)).toBeGreaterThanOrEqual(3);
  });
});

describe('themeOf', () => {
  test('mixes the tint and the hairlines of paper as its palette says', () => {
    expect(themeOf('paper')).toMatchObject({ tint: 'F3E3D9', deepLine: '546E6B' });
  });
});
