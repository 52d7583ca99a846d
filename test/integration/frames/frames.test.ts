import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PlacedShape, TextShape } from '../../../src/contract/schemas/laid-out-slide.ts';
import { LAYOUT_FAMILIES } from '../../../src/contract/schemas/outline.ts';
import { listVisuals, resolveVisuals } from '../../../src/deck/resolve-visuals.ts';
import { themeOf } from '../../../src/deck/theme-of.ts';
import { VISUAL_KINDS, type VisualSpec } from '../../../src/deck/visual-spec.ts';
import { createTextMeasurer } from '../../../src/frames/create-text-measurer.ts';
import { cropPicture } from '../../../src/frames/crop-picture.ts';
import { drawStill } from '../../../src/frames/draw-still.ts';
import { encodePng } from '../../../src/frames/encode-png.ts';
import { findUndrawableCharacters } from '../../../src/frames/find-undrawable.ts';
import type { Frame } from '../../../src/frames/frame.ts';
import { framesFingerprint } from '../../../src/frames/frames-fingerprint.ts';
import { rasterizeVisual } from '../../../src/frames/rasterize-visual.ts';
import { layOut, listMisplacements, withParts } from '../../unit/deck/slide-fixtures.ts';

const measurer = createTextMeasurer();
const LONG = 'Each degree of warming lets the air hold about seven per cent more water vapour before it must condense';
const BACKGROUND = 'FBF7F0';
// A "j" reaches a little to the left of where it starts, as in every program that sets type.
const OVERHANG_IN = 0.03;

const noPictures = () => Promise.reject(new Error('This still has no pictures'));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const specOf = (part: Partial<VisualSpec>): VisualSpec => ({
  kind: 'waves',
  seed: 7,
  tone: 'deep',
  widthIn: 3.483,
  heightIn: 7.5,
  theme: 'paper',
  plate: { sizeIn: 1.74, icon: 'drop' },
  ...part,
});

async function drawAt(shapes: readonly PlacedShape[], widthPx: number): Promise<Frame> {
  const heightPx = (widthPx * 9) / 16;
  return drawStill({ shapes, background: BACKGROUND, widthPx, heightPx, loadPicture: noPictures });
}

/** The box around every pixel that is not the background, in inches. */
function inkBox({ rgba, widthPx, heightPx }: Frame) {
  const ground = Buffer.from(`${BACKGROUND}FF`, 'hex').readUInt32LE(0);
  const pixels = new DataView(rgba.buffer, rgba.byteOffset);
  const box = { left: widthPx, right: 0, top: heightPx, bottom: 0 };
  for (let index = 0; index < widthPx * heightPx; index += 1) {
    if (pixels.getUint32(index * 4, true) === ground) continue;
    const [x, y] = [index % widthPx, Math.floor(index / widthPx)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
  }
  const pxPerIn = widthPx / 13.333;
  return { left: box.left / pxPerIn, right: box.right / pxPerIn, top: box.top / pxPerIn, bottom: box.bottom / pxPerIn };
}

function textsOf(part: Parameters<typeof layOut>[0]): TextShape[] {
  const stills = layOut(part, measurer).pages.flatMap((page) => page.stills.slice(-1));
  return stills.flatMap(({ shapes }) => shapes.flatMap(withParts).filter((shape) => shape.kind === 'text'));
}

describe('drawn text', () => {
  test.each(LAYOUT_FAMILIES)('of "%s" leaves every pixel outside its box as it was', async (layout) => {
    const parts = [
      { layout, points: [LONG, 'Only the water rises', LONG], subtitle: LONG, smallPrint: [LONG, 'Source: gjpqy.md'] },
      { layout, heading: `Ågjpqy ${LONG} ${LONG}`, points: [LONG, LONG, LONG, 'ÅÉgjpqy'.repeat(30)] },
    ];
    for (const text of parts.flatMap(textsOf)) {
      // Grey letters, since white ones on the deep ground would not show on this one.
      const ink = inkBox(
        await drawAt(
          [
            {
              ...text,
              lines: text.lines.map((line) => ({
                ...line,
                runs: line.runs.map((run) => ({ ...run, color: '444444' })),
              })),
            },
          ],
          960,
        ),
      );
      const pixelIn = 13.333 / 960;
      expect(ink.left).toBeGreaterThanOrEqual(text.xIn - OVERHANG_IN);
      expect(ink.right).toBeLessThanOrEqual(text.xIn + text.widthIn + OVERHANG_IN);
      expect(ink.top).toBeGreaterThanOrEqual(text.yIn - pixelIn);
      expect(ink.bottom).toBeLessThanOrEqual(text.yIn + text.heightIn + pixelIn);
    }
  });

  test.each(LAYOUT_FAMILIES)('of "%s" fits by the ruler of the drawing fonts', (layout) => {
    const points = [LONG, `${LONG} ${LONG}`, 'Short', 'http://example.org/'.repeat(9), LONG, LONG, 'W'.repeat(90)];
    const part = { layout, heading: `${LONG} ${LONG}`, subtitle: LONG, points, smallPrint: [LONG, `Source: ${LONG}`] };
    expect(listMisplacements(layOut(part, measurer))).toEqual([]);
  });

  test('is as wide as the ruler says at any frame size, so that a line that fits at 1080 lines fits at 2160', async () => {
    const [title] = textsOf({ heading: 'Hamburgefonstiv gives the width' });
    const widths = await Promise.all(
      [1280, 1920, 3840].map(async (widthPx) => inkBox(await drawAt(title === undefined ? [] : [title], widthPx))),
    );
    const ruledIn = title?.lines[0]?.widthIn ?? 0;
    for (const { left, right } of widths) expect(Math.abs(right - left - ruledIn)).toBeLessThan(0.06);
  });
});

describe('drawStill', () => {
  test('gives the same pixels and the same file for the same slide', async () => {
    const draw = async () => {
      const draft = layOut({ points: ['One', 'Two'] }, createTextMeasurer());
      const bytesOf = new Map<string, Uint8Array>();
      for (const visual of listVisuals(draft)) bytesOf.set('0'.repeat(64), await rasterizeVisual(visual));
      const slide = resolveVisuals(draft, () => ({ sha256: '0'.repeat(64), sizeBytes: 1, mediaType: 'image/png' }));
      const frame = await drawStill({
        shapes: slide.pages[0]?.stills[1]?.shapes ?? [],
        background: BACKGROUND,
        widthPx: 1280,
        heightPx: 720,
        loadPicture: async ({ sha256 }) => bytesOf.get(sha256) ?? new Uint8Array(),
      });
      return { frame, png: await encodePng(frame) };
    };
    const [first, second] = [await draw(), await draw()];
    expect(hashOf(first.frame.rgba)).toBe(hashOf(second.frame.rgba));
    expect(hashOf(first.png)).toBe(hashOf(second.png));
    expect(await sharp(first.png).metadata()).toMatchObject({ width: 1280, height: 720, channels: 3, format: 'png' });
  });

  test('names a picture that is none', async () => {
    const shape = { kind: 'picture', xIn: 0, yIn: 0, widthIn: 1, heightIn: 1, altText: '' } as const;
    const picture = { sha256: '1'.repeat(64), sizeBytes: 3, mediaType: 'image/png' };
    const drawing = drawStill({
      shapes: [{ ...shape, picture }],
      background: BACKGROUND,
      widthPx: 160,
      heightPx: 90,
      loadPicture: async () => Uint8Array.of(1, 2, 3),
    });
    await expect(drawing).rejects.toMatchObject({ code: 'RENDER_FAILED' });
  });
});

describe('rasterizeVisual', () => {
  test.each(VISUAL_KINDS)('draws "%s" with one warm spot: neither none nor a flood', async (kind) => {
    const hot = Buffer.from(themeOf('paper').hot, 'hex');
    for (const seed of [1, 2, 3]) {
      const spec = specOf({ kind, seed, plate: null });
      const { data, info } = await sharp(await rasterizeVisual(spec))
        .raw()
        .toBuffer({ resolveWithObject: true });
      let count = 0;
      for (let at = 0; at < data.length; at += info.channels) {
        if (data[at] === hot[0] && data[at + 1] === hot[1] && data[at + 2] === hot[2]) count += 1;
      }
      const share = count / (info.width * info.height);
      expect(share).toBeGreaterThan(0.002);
      expect(share).toBeLessThan(0.13);
    }
  });

  test('is as large as its box at 144 pixels an inch, and the same file each time', async () => {
    const [first, second] = [await rasterizeVisual(specOf({})), await rasterizeVisual(specOf({}))];
    expect(hashOf(first)).toBe(hashOf(second));
    expect(await sharp(first).metadata()).toMatchObject({ width: 502, height: 1080 });
  });

  test('names an icon that is not there', async () => {
    const drawing = rasterizeVisual(specOf({ plate: { sizeIn: 1, icon: 'no-such-icon' } }));
    await expect(drawing).rejects.toMatchObject({ code: 'ENGINE_MISSING' });
  });
});

describe('findUndrawableCharacters', () => {
  test('passes what lectures are written with', () => {
    expect(
      findUndrawableCharacters('“Ångström” – CO₂ ≤ 1.5 °C → 3 × 10⁸ m/s, α β μ, ½ €, naïve café\u00A0…\n'),
    ).toEqual([]);
  });

  test('names scripts that the fonts lack, each character once, instead of drawing boxes', () => {
    expect(findUndrawableCharacters('A 水 B 水 か नम')).toEqual(['水', 'か']);
  });
});

describe('cropPicture', () => {
  test('gives the aspect of the box without making a small picture larger', async () => {
    const wide = await sharp({ create: { width: 800, height: 200, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer();
    const { width, height } = await sharp(await cropPicture(wide, { widthIn: 5, heightIn: 5 })).metadata();
    expect([width, height]).toEqual([200, 200]);
  });

  test('names bytes that are no picture', async () => {
    const cropping = cropPicture(Uint8Array.of(60, 104, 116), { widthIn: 1, heightIn: 1 });
    await expect(cropping).rejects.toMatchObject({ code: 'PICTURE_UNUSABLE' });
  });
});

describe('framesFingerprint', () => {
  test('names every package that decides about pixels', () => {
    expect(framesFingerprint()).toMatch(/canvas@\d.*sharp@\d.*phosphor.*@\d.*carlito@\d.*gelasio@\d.*dejavu-sans@\d/);
  });
});
