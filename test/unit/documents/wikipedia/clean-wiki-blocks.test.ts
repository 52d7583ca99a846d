import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../../../../src/documents/blocks/document-block.ts';
import { cleanWikiBlocks } from '../../../../src/documents/wikipedia/clean-wiki-blocks.ts';
import { FORMULA_MARK, readFormula } from '../../../../src/documents/wikipedia/read-formula.ts';

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const heading = (level: number, text: string): DocumentBlock => ({ kind: 'heading', level, text });
const textsOf = (blocks: readonly DocumentBlock[], language = 'en') =>
  cleanWikiBlocks(blocks, language).map(({ text }) => text);

describe('cleanWikiBlocks', () => {
  it('leaves out the sentence that leans on a formula, and keeps its neighbours', () => {
    expect(textsOf([paragraph(`Force moves things. It is ${FORMULA_MARK} at all times. Mass resists.`)])).toEqual([
      'Force moves things. Mass resists.',
    ]);
  });

  it('leaves out what leads up to a formula of its own line, and what explains its letters', () => {
    const blocks = [
      paragraph('Energy is kept. It is given by:'),
      paragraph(FORMULA_MARK),
      paragraph('where m is the mass.'),
      paragraph('Heat is energy too.'),
    ];
    expect(textsOf(blocks)).toEqual(['Energy is kept.', 'Heat is energy too.']);
  });

  it.each([
    ['Tide (/taɪd/; listen) rises.', 'Tide rises.'],
    ['Tokyo (Japanese: 東京) is large.', 'Tokyo is large.'],
    ['The tide (; from Old English) rises.', 'The tide (from Old English) rises.'],
    ['Water ( ) flows , and (,) falls.', 'Water flows, and falls.'],
    ['Delhi (दिल्ली) lies on the Yamuna.', 'Delhi (दिल्ली) lies on the Yamuna.'],
  ])('reads %j as %j', (given, read) => {
    expect(textsOf([paragraph(given)])).toEqual([read]);
  });

  it('leaves out sections that list other texts, with their parts, and headings that nothing stands under', () => {
    const blocks = [
      paragraph('Lead.'),
      heading(2, 'See also'),
      heading(3, 'In art'),
      paragraph('A film.'),
      heading(2, 'Uses'),
      heading(3, 'At sea'),
      heading(2, 'Kinds'),
      paragraph('Two kinds.'),
      heading(2, 'सन्दर्भ'),
      paragraph('एक पुस्तक।'),
    ];
    expect(textsOf(blocks)).toEqual(['Lead.', 'Kinds', 'Two kinds.']);
  });
});

describe('readFormula', () => {
  it.each([
    [String.raw`{\displaystyle m}`, 'm'],
    [String.raw`{\displaystyle E=mc^{2}}`, 'E = mc²'],
    [String.raw`{\displaystyle 90^{\circ }}`, '90°'],
    [String.raw`{\textstyle \lambda \approx 0{,}5}`, FORMULA_MARK],
    [String.raw`{\displaystyle {\frac {a}{b}}}`, FORMULA_MARK],
    [String.raw`{\displaystyle \int x\,dx}`, FORMULA_MARK],
    [String.raw`{\displaystyle F=\mathrm {m} \cdot a}`, 'F = m · a'],
    ['', FORMULA_MARK],
  ])('reads %j as people write it in a line, or not at all', (tex, text) => {
    expect(readFormula(tex)).toBe(text);
  });
});
