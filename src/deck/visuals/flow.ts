import { createNoise, type Noise } from '../seeds/create-noise.ts';
import { createRandom } from '../seeds/create-random.ts';
import { sumOctaves } from '../seeds/sum-octaves.ts';
import { type Point, polyline, stroked } from './paths.ts';
import type { Pattern, PatternInput } from './pattern.ts';

const STRANDS = 210;
const HOT_EVERY = 23;
const HOT_PLACE = 7;
// Spreads the births over the height without clumps.
const GOLDEN = 0.618034;

/** Flow: strands that follow one field from the left edge, thin to strong, a few of them hot. */
export function drawFlow({ widthPx, heightPx, colors, seed }: PatternInput): Pattern {
  const random = createRandom(seed);
  const noise = createNoise(seed);
  const longPx = Math.max(widthPx, heightPx);
  let hotArea = 0;
  const paths = Array.from({ length: STRANDS }, (_, strand) => {
    const isHot = strand % HOT_EVERY === HOT_PLACE;
    const x = (strand % 2 === 1 ? -0.05 : -0.1 + 1.05 * random()) * widthPx;
    const y = heightPx * (-0.25 + 1.5 * ((strand * GOLDEN) % 1));
    const ink = Math.floor(((0.8 * y) / heightPx + 0.25 * random()) * colors.inks.length);
    const color = colors.inks[Math.max(0, Math.min(colors.inks.length - 1, ink))] ?? colors.ground;
    const strokePx = isHot ? longPx / 240 : longPx / 900 + (random() * longPx) / 420;
    const points = follow(noise, { x, y }, Math.floor(150 + random() * 170), longPx);
    if (isHot) hotArea += strokePx * (longPx / 260) * points.filter((p) => isInside(p, widthPx, heightPx)).length;
    return stroked(polyline(points), isHot ? colors.hot : color, strokePx);
  });
  return { ground: colors.ground, paths, hotShare: hotArea / (widthPx * heightPx) };
}

function follow(noise: Noise, start: Point, steps: number, longPx: number): Point[] {
  const points = [start];
  let { x, y } = start;
  for (let step = 0; step < steps; step += 1) {
    const headingRad = 1.55 * Math.PI * sumOctaves(noise, x / (0.55 * longPx), y / (0.55 * longPx), 2) + 0.12;
    x += (Math.cos(headingRad) * longPx) / 260;
    y += (Math.sin(headingRad) * longPx) / 260;
    points.push({ x, y });
  }
  return points;
}

function isInside({ x, y }: Point, widthPx: number, heightPx: number): boolean {
  return x >= 0 && x < widthPx && y >= 0 && y < heightPx;
}
