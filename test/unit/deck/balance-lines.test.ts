import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceLines } from '../../../src/deck/text/balance-lines.ts';
import { wrapText } from '../../../src/deck/text/wrap-text.ts';
import { plainMeasurer } from './slide-fixtures.ts';

const style = { fontFamily: 'Georgia', sizePt: 40, bold: false, italic: false, trackingPt: 0 } as const;

describe('balanceLines', () => {
  test('leaves no lone word under a long first word, which narrowing alone cannot mend', () => {
    const widthIn = plainMeasurer.widthIn('Photosynthesis', style) / 0.97 + 0.01;
    expect(wrapText('Photosynthesis turns light into sugar', style, widthIn, plainMeasurer).lines.at(-1)).toBe('sugar');
    const { lines } = balanceLines('Photosynthesis turns light into sugar', style, widthIn, plainMeasurer);
    expect(lines).toEqual(['Photosynthesis', 'turns light', 'into\u00A0sugar']);
  });

  test('hands on a text that an office program breaks without a lone word in the whole width', () => {
    const words = fc.stringMatching(/^[a-z]{1,9}$/u);
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 3, maxLength: 14 }),
        fc.double({ min: 3, max: 8, noNaN: true }),
        (list, widthIn) => {
          const source = list.join(' ');
          const plain = wrapText(source, style, widthIn, plainMeasurer);
          const balanced = balanceLines(source, style, widthIn, plainMeasurer);
          const greedy = wrapText(balanced.text, style, widthIn, plainMeasurer);
          expect(balanced.lines.length).toBe(plain.lines.length);
          expect(greedy.lines.length).toBe(plain.lines.length);
          expect(balanced.text.replaceAll('\u00A0', ' ')).toBe(source);
          if (balanced.text !== source) expect(greedy.lines.at(-1)).toMatch(/\s/u);
        },
      ),
    );
  });
});
