import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrapText } from '../../../src/deck/text/wrap-text.ts';
import { plainMeasurer } from './slide-fixtures.ts';

const style = { fontFamily: 'Calibri', sizePt: 20, bold: false, italic: false, trackingPt: 0 } as const;

describe('wrapText', () => {
  test('keeps a number and its unit on one line at a no-break space', () => {
    const { lines } = wrapText('The sea gives about 85\u00A0% of all vapour', style, 2, plainMeasurer);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.some((line) => line.includes('85\u00A0%'))).toBe(true);
  });

  test('loses no character but the spaces at line ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.double({ min: 0.5, max: 6, noNaN: true }),
        (text, widthIn) => {
          const joined = wrapText(text, style, widthIn, plainMeasurer).lines.join('');
          expect(joined.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        },
      ),
    );
  });

  test('breaks a word that no line can hold, and says so', () => {
    const { lines, wordBroken } = wrapText('x'.repeat(80), style, 2, plainMeasurer);
    expect(wordBroken).toBe(true);
    expect(lines.every((line) => plainMeasurer.widthIn(line, style) <= 2 * 0.97)).toBe(true);
  });
});
