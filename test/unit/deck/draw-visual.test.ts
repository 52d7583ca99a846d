import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawVisual } from '../../../src/deck/draw-visual.ts';
import { VISUAL_KINDS, type VisualSpec } from '../../../src/deck/visual-spec.ts';

const specOf = (part: Partial<VisualSpec>): VisualSpec => ({
  kind: 'waves',
  seed: 1,
  tone: 'deep',
  widthIn: 2,
  heightIn: 3,
  theme: 'paper',
  plate: null,
  ...part,
});

describe('drawVisual', () => {
  test.each(VISUAL_KINDS)('draws "%s" the same from the same seed and otherwise from another', (kind) => {
    expect(drawVisual(specOf({ kind }))).toEqual(drawVisual(specOf({ kind })));
    expect(drawVisual(specOf({ kind, seed: 99 })).paths).not.toEqual(drawVisual(specOf({ kind })).paths);
  });

  test.each(VISUAL_KINDS)('draws "%s" with finite numbers only, for any seed', (kind) => {
    fc.assert(
      fc.property(fc.nat({ max: 0xffffffff }), (seed) => {
        const { paths } = drawVisual(specOf({ kind, seed, widthIn: 1, heightIn: 1.5 }));
        expect(paths.length).toBeGreaterThan(0);
        expect(JSON.stringify(paths)).not.toContain('null,"y"');
        expect(
          paths
            .flatMap(({ segments }) => segments)
            .every((segment) => segment.op === 'close' || Number.isFinite(segment.x + segment.y)),
        ).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  test('cuts the plate out of the lower left corner, flush with both edges', () => {
    const { plate, heightPx } = drawVisual(specOf({ plate: { sizeIn: 1, icon: 'drop' } }));
    expect(plate).toMatchObject({ x: 0, y: heightPx - 144, sidePx: 144, fill: 'FBF7F0', icon: { name: 'drop' } });
  });
});
