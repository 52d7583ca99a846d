import { expect, test } from 'vitest';
import { deriveThemeColors } from '../../../../src/pptx/drawing/derive-theme-colors.ts';
import { sampleParagraph, sampleRows, sampleText } from '../../../fixtures/sample-deck.ts';

const text = (letters: string, color: string) => sampleText([sampleParagraph(letters, {}, { color })]);

test('the ground of most pages, the colour of most letters and of most markers win', () => {
  const page = (background: string) => ({
    background,
    shapes: [text('long text', 'AAAAAA'), text('x', 'BBBBBB'), text('y', 'BBBBBB')],
  });
  const rows = { background: '000001', shapes: [sampleRows(['one'])] };
  expect(deriveThemeColors([page('000002'), rows, page('000001')])).toEqual({
    background: '000001',
    text: 'AAAAAA',
    accent: '9A3412',
  });
});

test('text in the colour of the ground never becomes the text colour, or new text would be invisible', () => {
  const shapes = [text('many letters on a dark panel', 'FFFFFF'), text('few', '111111')];
  expect(deriveThemeColors([{ background: 'FFFFFF', shapes }]).text).toBe('111111');
});

test('the accent is the text colour when there are no rows', () => {
  expect(deriveThemeColors([{ background: 'FFFFFF', shapes: [text('x', '111111')] }]).accent).toBe('111111');
});
