import { themeOf } from './theme-of.ts';
import type { VisualKind, VisualSpec } from './visual-spec.ts';
import { drawArcs } from './visuals/arcs.ts';
import { drawContours } from './visuals/contours.ts';
import { drawDots } from './visuals/dots.ts';
import { drawFlow } from './visuals/flow.ts';
import type { DrawPattern, Pattern, PatternInput } from './visuals/pattern.ts';
import { drawRidgelines } from './visuals/ridgelines.ts';
import { visualColorsOf } from './visuals/visual-colors.ts';
import type { VisualDrawing, VisualPlate } from './visuals/visual-drawing.ts';
import { drawWaves } from './visuals/waves.ts';

export type { PathSegment, VisualDrawing, VisualPath, VisualPlate } from './visuals/visual-drawing.ts';

/** Pictures are drawn at this density: 1920 x 1080 for the whole slide. */
const PX_PER_IN = 144;

const PATTERNS: Readonly<Record<VisualKind, DrawPattern>> = {
  contours: drawContours,
  waves: drawWaves,
  arcs: drawArcs,
  dots: drawDots,
  flow: drawFlow,
  ridgelines: drawRidgelines,
};

// One warm spot, never a flood, and never none.
const HOT_SHARE = { least: 0.005, most: 0.12 };
const SEEDS_TO_TRY = 12;

const ICON_SHARE = 0.62;

/** Draws a picture as paths at 144 pixels an inch. The same spec gives the same paths. */
export function drawVisual(spec: VisualSpec): VisualDrawing {
  const theme = themeOf(spec.theme);
  const widthPx = Math.round(spec.widthIn * PX_PER_IN);
  const heightPx = Math.round(spec.heightIn * PX_PER_IN);
  const colors = visualColorsOf(theme, spec.tone);
  const { ground, paths } = drawWithOneWarmSpot(PATTERNS[spec.kind], { widthPx, heightPx, colors, seed: spec.seed });
  const { bg, accent, iconFill } = theme;
  return { widthPx, heightPx, ground, paths, plate: placePlate(spec.plate, heightPx, { bg, accent, iconFill }) };
}

function drawWithOneWarmSpot(draw: DrawPattern, input: PatternInput): Pattern {
  const first = draw(input);
  let pattern = first;
  for (let step = 1; step < SEEDS_TO_TRY && !isWarmEnough(pattern); step += 1) {
    pattern = draw({ ...input, seed: (input.seed + step) >>> 0 });
  }
  return isWarmEnough(pattern) ? pattern : first;
}

function isWarmEnough({ hotShare }: Pattern): boolean {
  return hotShare >= HOT_SHARE.least && hotShare <= HOT_SHARE.most;
}

function placePlate(
  plate: VisualSpec['plate'],
  heightPx: number,
  colors: { readonly bg: string; readonly accent: string; readonly iconFill: string },
): VisualPlate | null {
  if (plate === null) return null;
  const sidePx = Math.round(plate.sizeIn * PX_PER_IN);
  return {
    x: 0,
    y: heightPx - sidePx,
    sidePx,
    fill: colors.bg,
    icon: {
      name: plate.icon,
      sidePx: Math.round(sidePx * ICON_SHARE),
      lineColor: colors.accent,
      fillColor: colors.iconFill,
    },
  };
}
