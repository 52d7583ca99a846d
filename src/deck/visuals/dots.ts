import { createNoise } from '../seeds/create-noise.ts';
import { createRandom } from '../seeds/create-random.ts';
import { sumOctaves } from '../seeds/sum-octaves.ts';
import { arc, filled } from './paths.ts';
import type { Pattern, PatternInput } from './pattern.ts';
import type { PathSegment } from './visual-drawing.ts';

const ROW_HEIGHT = Math.sqrt(3) / 2;
const HOT_FROM = 0.96;

/** Dots: a halftone on a triangular grid whose dots swell with noise along a slope; the fullest are hot. */
export function drawDots({ widthPx, heightPx, colors, seed }: PatternInput): Pattern {
  const noise = createNoise(seed);
  const longPx = Math.max(widthPx, heightPx);
  const pitchPx = Math.max(22, Math.min(widthPx, heightPx) / 30);
  const slopeRad = 0.5 + 0.5 * createRandom(seed)();
  const [small, middle, large, hot]: PathSegment[][] = [[], [], [], []];
  let hotArea = 0;
  for (let row = 0; (row - 1) * pitchPx * ROW_HEIGHT < heightPx + pitchPx; row += 1) {
    const y = (row - 1) * pitchPx * ROW_HEIGHT;
    for (let column = -1; column * pitchPx < widthPx + pitchPx; column += 1) {
      const x = column * pitchPx + (row % 2 === 1 ? pitchPx / 2 : 0);
      const along = x * Math.cos(slopeRad) + y * Math.sin(slopeRad);
      const swell = 0.95 * sumOctaves(noise, x / (longPx * 0.36) + 2, y / (longPx * 0.36) + 9, 2);
      const value = Math.min(1, Math.max(0, 0.5 + swell + 0.42 * Math.sin((8 * along) / longPx + (seed % 1000))));
      const radiusPx = pitchPx * (0.05 + 0.42 * value ** 1.25);
      const list = value > HOT_FROM ? hot : value > 0.55 ? large : value > 0.28 ? middle : small;
      list?.push(...arc({ x, y }, radiusPx));
      if (value > HOT_FROM) hotArea += Math.PI * radiusPx * radiusPx;
    }
  }
  return {
    ground: colors.ground,
    paths: [
      filled(small ?? [], colors.inks[0]),
      filled(middle ?? [], colors.inks[1]),
      filled(large ?? [], colors.inks[2]),
      filled(hot ?? [], colors.hot),
    ],
    hotShare: hotArea / (widthPx * heightPx),
  };
}
