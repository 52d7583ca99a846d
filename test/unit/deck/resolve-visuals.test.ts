import { describe, expect, test } from 'vitest';
import { laidOutSlideSchema } from '../../../src/contract/schemas/laid-out-slide.ts';
import { listVisuals, resolveVisuals } from '../../../src/deck/resolve-visuals.ts';
import { layOut } from './slide-fixtures.ts';

const REF = { sha256: 'a'.repeat(64), sizeBytes: 9, mediaType: 'image/png' };

describe('resolveVisuals', () => {
  test('lists a picture once though every still shows it', () => {
    expect(listVisuals(layOut({ points: ['One', 'Two'] }))).toHaveLength(1);
  });

  test('makes a slide that crosses between steps as it is', () => {
    const slide = resolveVisuals(layOut({ points: ['One', 'Two'] }), () => REF);
    expect(laidOutSlideSchema.parse(slide)).toEqual(slide);
    expect(slide.pages[0]?.stills[0]?.shapes[0]).toMatchObject({
      kind: 'picture',
      picture: REF,
      xIn: 9.85,
      widthIn: 3.483,
    });
  });
});
