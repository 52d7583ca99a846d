import sharp from 'sharp';
import { expect, test } from 'vitest';
import { writeDeck } from '../../../src/pptx/write-deck.ts';
import { sampleDeck, samplePage, sampleTitle } from '../../fixtures/sample-deck.ts';
import { CAN_RENDER, renderDeck } from './render-deck.ts';

test.skipIf(!CAN_RENDER)(
  `LibreOffice shows every page with its text, marks and panels where they were placed${CAN_RENDER ? '' : ' (not run: soffice or poppler is missing)'}`,
  async () => {
    const picture = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#cc5533' } })
      .png()
      .toBuffer();
    const loadPicture = () => Promise.resolve(new Uint8Array(picture));
    const pages = [samplePage('Water moves in a cycle'), { ...samplePage(), shapes: [sampleTitle('Alone')] }];
    const slides = await renderDeck(await writeDeck(sampleDeck(pages, { loadPicture }), new AbortController().signal));

    expect(slides).toHaveLength(2);
    expect(slides[0]?.text).toContain('Water moves in a cycle');
    expect(slides[0]?.text).toContain('Rain & rivers bring it back');
    expect(slides[1]?.text.trim()).toBe('Alone');
    const first = slides[0]?.png ?? new Uint8Array();
    expect(await colorAt(first, 13, 1)).toBe('173f3d');
    expect(await colorAt(first, 11.2, 4)).toBe('cc5533');
    expect(await colorAt(first, 5, 6)).toBe('fbf7f0');
  },
);

async function colorAt(png: Uint8Array, xIn: number, yIn: number): Promise<string> {
  const left = Math.round(xIn * 72);
  const top = Math.round(yIn * 72);
  const pixel = await sharp(png).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
  return pixel.toString('hex');
}
