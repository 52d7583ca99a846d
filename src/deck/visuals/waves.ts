import { createRandom } from '../seeds/create-random.ts';
import { arc, filled, type Point, polygon, polyline, stroked } from './paths.ts';
import type { Pattern, PatternInput } from './pattern.ts';
import type { VisualPath } from './visual-drawing.ts';

const LAYERS = 8;
const STEP_PX = 4;
const CREST_LINES = 3;
const CREST_PX = 1.5;

interface Layer {
  readonly depth: number;
  readonly yAt: (x: number) => number;
  readonly rippleAt: (x: number, line: number) => number;
}

/** Waves: a hot disc that sinks behind eight opaque layers, light to deep, each with fine lines under its crest. */
export function drawWaves(input: PatternInput): Pattern {
  const { widthPx, heightPx, colors, seed } = input;
  const random = createRandom(seed);
  const radiusPx = Math.min(widthPx, heightPx) * (0.17 + 0.05 * random());
  const sun = { x: widthPx * (0.42 + 0.28 * random()), y: heightPx * (0.27 + 0.07 * random()) };
  const layers = Array.from({ length: LAYERS }, (_, index) => planLayer(input, index / (LAYERS - 1), random));
  const paths = layers.flatMap((layer, index) => drawLayer(input, layer, index));
  return {
    ground: colors.sky,
    paths: [filled(arc(sun, radiusPx), colors.hot), ...paths],
    hotShare: visibleArea(sun, radiusPx, layers) / (widthPx * heightPx),
  };
}

function planLayer({ widthPx, heightPx }: PatternInput, depth: number, random: () => number): Layer {
  const restY = heightPx * (0.36 + 0.56 * depth ** 0.92);
  const swellPx = heightPx * (0.02 + 0.032 * depth);
  const basePx = Math.max(widthPx, heightPx * 0.9);
  const turns = [1.1, 2.3, 4.1].map((count) => {
    return (count * (0.75 + 0.5 * random()) * Math.PI * 2 * (1.5 - 0.7 * depth)) / basePx;
  });
  const phases = [random() * 7, random() * 7, random() * 7];
  const weights = [1, 0.45, 0.18];
  const yAt = (x: number) =>
    restY +
    swellPx *
      weights.reduce((sum, weight, part) => sum + weight * Math.sin(x * (turns[part] ?? 0) + (phases[part] ?? 0)), 0);
  const rippleAt = (x: number, line: number) =>
    yAt(x) + line * (7 + 9 * depth) + line * 3 * Math.sin(x * (turns[1] ?? 0) * 0.7 + line);
  return { depth, yAt, rippleAt };
}

function drawLayer({ widthPx, heightPx, colors }: PatternInput, { yAt, rippleAt }: Layer, index: number): VisualPath[] {
  const across = (heightAt: (x: number) => number): Point[] =>
    Array.from({ length: Math.ceil(widthPx / STEP_PX) + 2 }, (_, step) => step * STEP_PX).map((x) => ({
      x,
      y: heightAt(x),
    }));
  const body = [{ x: 0, y: heightPx }, ...across(yAt), { x: widthPx + 2 * STEP_PX, y: heightPx }];
  const crests = Array.from({ length: CREST_LINES }, (_, crest) => crest + 1).map((line) =>
    stroked(
      polyline(across((x) => rippleAt(x, line))),
      colors.crests[index] ?? colors.lines[1],
      CREST_PX,
      0.75 - 0.19 * line,
    ),
  );
  return [filled(polygon(body), colors.layers[index] ?? colors.ground), ...crests];
}

/** Area of the disc above the layers that hide it, in square pixels. */
function visibleArea(sun: Point, radiusPx: number, layers: readonly Layer[]): number {
  let area = 0;
  for (let x = sun.x - radiusPx; x < sun.x + radiusPx; x += STEP_PX) {
    const halfPx = Math.sqrt(Math.max(0, radiusPx * radiusPx - (x - sun.x) ** 2));
    const waterY = layers.reduce((top, { yAt }) => Math.min(top, yAt(x)), Number.POSITIVE_INFINITY);
    area += STEP_PX * Math.max(0, Math.min(waterY, sun.y + halfPx) - (sun.y - halfPx));
  }
  return area;
}
