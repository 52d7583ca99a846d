import { expect, test } from 'vitest';
import { placeholderXml, planLayouts, slotNames } from '../../../../src/pptx/drawing/placeholder-slots.ts';
import { sampleParagraph, sampleRows, sampleText, sampleTitle } from '../../../fixtures/sample-deck.ts';

const subtitle = sampleText([sampleParagraph('s')], { placeholder: 'subtitle' });
const plain = sampleText([sampleParagraph('p')]);

test('shapes of one kind are counted, so that two columns are two placeholders', () => {
  expect(slotNames([sampleRows(['l']), plain, sampleTitle('t'), sampleRows(['r'])])).toEqual([
    'body 1',
    null,
    'title 1',
    'body 2',
  ]);
});

test('a layout has every placeholder that a page of its family fills, and looks like the first of those pages', () => {
  const first = sampleTitle('first');
  const layouts = planLayouts([
    { layout: 'cover', background: '111111', shapes: [first, subtitle] },
    { layout: 'bullets', background: '222222', shapes: [sampleTitle('x')] },
    { layout: 'cover', background: '333333', shapes: [sampleTitle('second'), sampleRows(['r'])] },
  ]);
  expect(layouts.map(({ name, background, slots }) => [name, background, ...slots.keys()])).toEqual([
    ['cover', '111111', 'title 1', 'subtitle 1', 'body 1'],
    ['bullets', '222222', 'title 1'],
  ]);
  expect(layouts[0]?.slots.get('title 1')).toBe(first);
});

test('the index of a placeholder is unique in its layout, since slides find their layout shape by it', () => {
  const [layout] = planLayouts([
    { layout: 'l', background: '111111', shapes: [sampleRows(['l']), sampleTitle('t'), subtitle] },
  ]);
  if (layout === undefined) throw new Error('no layout');
  expect([...layout.slots.keys()].map((slot) => placeholderXml(layout, slot))).toEqual([
    '<p:ph type="body" idx="1"/>',
    '<p:ph type="title"/>',
    '<p:ph type="subTitle" idx="2"/>',
  ]);
});
