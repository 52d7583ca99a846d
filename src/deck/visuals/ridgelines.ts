import { createNoise } from '../seeds/create-noise.ts';
import { createRandom } from '../seeds/create-random.ts';
import { sumOctaves } from '../seeds/sum-octaves.ts';
import { filled, polygon, polyline, stroked } from './paths.ts';
import type { Pattern, PatternInput } from './pattern.ts';

const PROFILES = 36;
const HOT_PROFILE = 16;
const STEP_PX = 4;
const WIDTHS_PX = { thin: 2, heavy: 3, hot: 5 };

/** Ridgelines: profiles from top to bottom, each hiding those behind it, highest about the middle; one of them is hot. */
export function drawRidgelines({ widthPx, heightPx, colors, seed }: PatternInput): Pattern {
  const noise = createNoise(seed);
  const middle = 0.36 + 0.28 * createRandom(seed)();
  const longPx = Math.max(widthPx, heightPx);
  const columns = Array.from({ length: Math.ceil(widthPx / STEP_PX) + 2 }, (_, step) => step * STEP_PX);
  let hotArea = 0;
  const paths = Array.from({ length: PROFILES }, (_, profile) => {
    const restY = heightPx * (0.24 + (0.76 * profile) / (PROFILES - 1));
    const points = columns.map((x) => {
      const bell = Math.exp(-(((x / widthPx - middle) / 0.3) ** 2));
      const peak = Math.max(0, 0.3 + 1.25 * sumOctaves(noise, x / (longPx * 0.15) + 3, profile * 0.16, 3));
      const tremor = heightPx * 0.012 * noise(x / (longPx * 0.05), profile * 0.6);
      return { x, y: restY - heightPx * 0.3 * bell * peak - tremor };
    });
    const isHot = profile === HOT_PROFILE;
    const isThin = profile % 4 !== 0;
    const strokePx = isHot ? WIDTHS_PX.hot : isThin ? WIDTHS_PX.thin : WIDTHS_PX.heavy;
    if (isHot) hotArea = strokePx * lengthOf(points);
    const last = points.at(-1)?.x ?? widthPx;
    const body = [{ x: 0, y: heightPx }, ...points, { x: last, y: heightPx }];
    return [
      filled(polygon(body), colors.ground),
      stroked(polyline(points), isHot ? colors.hot : colors.lines[isThin ? 0 : 1], strokePx),
    ];
  }).flat();
  return { ground: colors.ground, paths, hotShare: hotArea / (widthPx * heightPx) };
}

function lengthOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  return points.reduce((sum, { x, y }, index) => {
    const before = points[index - 1];
    return before === undefined ? 0 : sum + Math.hypot(x - before.x, y - before.y);
  }, 0);
}
