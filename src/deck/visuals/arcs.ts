import { createRandom } from '../seeds/create-random.ts';
import { arc, type Point, stroked } from './paths.ts';
import type { Pattern, PatternInput } from './pattern.ts';

const THIN_RINGS = 26;
const THIN_PX = 1.5;
const HOT_EVERY = 6;
const HOT_PLACE = 2;
const SAMPLE_PX = 12;

interface Ring {
  readonly radiusPx: number;
  readonly widthPx: number;
  readonly startRad: number;
  readonly endRad: number;
  readonly isHot: boolean;
  readonly color: string;
}

/** Arcs: bands of one, two or three widths about a centre beyond the lower right, over thin circles from the upper left. */
export function drawArcs(input: PatternInput): Pattern {
  const { widthPx, heightPx, colors, seed } = input;
  const random = createRandom(seed);
  const longPx = Math.max(widthPx, heightPx);
  const corner = { x: widthPx * 0.04, y: heightPx * 0.1 };
  const thin = Array.from({ length: THIN_RINGS }, (_, ring) =>
    stroked(arc(corner, longPx * (0.1 + 0.028 * ring)), colors.lines[0], THIN_PX),
  );
  const centre = { x: widthPx * (0.95 + 0.12 * random()), y: heightPx * (0.98 + 0.1 * random()) };
  const rings = planRings(input, longPx, random);
  const bands = rings.map(({ radiusPx, widthPx: bandPx, startRad, endRad, color }) =>
    stroked(arc(centre, radiusPx, startRad, endRad), color, bandPx),
  );
  return { ground: colors.ground, paths: [...thin, ...bands], hotShare: sampleHot(input, centre, rings) };
}

function planRings({ colors }: PatternInput, longPx: number, random: () => number): Ring[] {
  const rings: Ring[] = [];
  let radiusPx = longPx * 1.35;
  while (radiusPx > longPx * 0.06) {
    const index = rings.length;
    const widthPx = longPx * 0.022 * (1 + Math.floor(random() * 3));
    const startRad = Math.PI * (0.92 + 0.1 * random());
    const spanRad = Math.PI * (0.62 + 0.4 * random());
    // Every third band ends early, so that the bands do not read as a target.
    const isWhole = index % 3 !== 0;
    const isHot = index % HOT_EVERY === HOT_PLACE;
    rings.push({
      radiusPx,
      widthPx,
      startRad: isWhole ? Math.PI * 0.9 : startRad,
      endRad: isWhole ? Math.PI * 1.8 : startRad + spanRad,
      isHot,
      color: isHot ? colors.hot : (colors.inks[index % colors.inks.length] ?? colors.ground),
    });
    radiusPx -= widthPx + longPx * 0.02 * (1 + (index % 2));
  }
  return rings;
}

function sampleHot({ widthPx, heightPx }: PatternInput, centre: Point, rings: readonly Ring[]): number {
  const hotRings = rings.filter(({ isHot }) => isHot);
  let hot = 0;
  let all = 0;
  for (let y = SAMPLE_PX / 2; y < heightPx; y += SAMPLE_PX) {
    for (let x = SAMPLE_PX / 2; x < widthPx; x += SAMPLE_PX) {
      all += 1;
      if (hotRings.some((ring) => isOnRing({ x, y }, centre, ring))) hot += 1;
    }
  }
  return hot / all;
}

function isOnRing({ x, y }: Point, centre: Point, { radiusPx, widthPx, startRad, endRad }: Ring): boolean {
  if (Math.abs(Math.hypot(x - centre.x, y - centre.y) - radiusPx) > widthPx / 2) return false;
  const angleRad = (Math.atan2(y - centre.y, x - centre.x) + 2 * Math.PI) % (2 * Math.PI);
  return (angleRad >= startRad && angleRad <= endRad) || angleRad + 2 * Math.PI <= endRad;
}
