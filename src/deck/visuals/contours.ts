import { createNoise } from '../seeds/create-noise.ts';
import { createRandom } from '../seeds/create-random.ts';
import { sumOctaves } from '../seeds/sum-octaves.ts';
import { type Grid, traceBands, traceLevel } from './marching-squares.ts';
import { filled, stroked } from './paths.ts';
import type { Pattern, PatternInput } from './pattern.ts';

const CELL_PX = 6;
const LEVELS = 24;
const HEAVY_EVERY = 5;
const HOT_LEVEL = 20;
const THIN_PX = 1.6;
const HEAVY_PX = 3.2;

/** Contours: lines of equal height around one summit in a rolling land; the summit is hot. */
export function drawContours(input: PatternInput): Pattern {
  const { colors } = input;
  const grid = rollLand(input);
  const levelAt = (level: number) => grid.low + ((grid.high - grid.low) * level) / LEVELS;
  const bands = [
    ...colors.inks.slice(0, 3).map((ink, index) => filled(traceBands(grid, levelAt((index + 1) * HEAVY_EVERY)), ink)),
    filled(traceBands(grid, levelAt(HOT_LEVEL)), colors.hot),
  ];
  const lines = Array.from({ length: LEVELS - 1 }, (_, index) => {
    const level = index + 1;
    const isHeavy = level % HEAVY_EVERY === 0;
    const segments = traceLevel(grid, levelAt(level));
    return stroked(segments, colors.lines[isHeavy ? 1 : 0], isHeavy ? HEAVY_PX : THIN_PX);
  });
  const hotCells = grid.heights.filter((height) => height >= levelAt(HOT_LEVEL)).length;
  return { ground: colors.ground, paths: [...bands, ...lines], hotShare: hotCells / grid.heights.length };
}

function rollLand({ widthPx, heightPx, seed }: PatternInput): Grid & { readonly low: number; readonly high: number } {
  const random = createRandom(seed);
  const noise = createNoise(seed);
  const scalePx = 900 * (0.8 + 0.4 * random()) * clamp(Math.sqrt(widthPx * heightPx) / 1300, 0.62, 1.2);
  const summit = { x: widthPx * (0.3 + 0.45 * random()), y: heightPx * (0.2 + 0.4 * random()) };
  const reachPx = 0.6 * Math.max(widthPx, heightPx);
  const columns = Math.ceil(widthPx / CELL_PX) + 1;
  const rows = Math.ceil(heightPx / CELL_PX) + 1;
  const heights = Array.from({ length: columns * rows }, (_, index) => {
    const x = (index % columns) * CELL_PX;
    const y = Math.floor(index / columns) * CELL_PX;
    const distance = Math.hypot(x - summit.x, y - summit.y) / reachPx;
    const land = sumOctaves(noise, x / scalePx + 7, y / scalePx + 3, 3);
    return 0.9 * land + 0.85 * Math.exp(-3.2 * distance * distance);
  });
  const low = heights.reduce((least, height) => Math.min(least, height), Number.POSITIVE_INFINITY);
  const high = heights.reduce((most, height) => Math.max(most, height), Number.NEGATIVE_INFINITY);
  return { heights, columns, rows, cellPx: CELL_PX, low, high };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
