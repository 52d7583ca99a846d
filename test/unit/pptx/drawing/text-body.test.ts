import { expect, test } from 'vitest';
import { promptBodyXml, textBodyXml } from '../../../../src/pptx/drawing/text-body.ts';
import { sampleParagraph, sampleRows, sampleText, sampleTitle } from '../../../fixtures/sample-deck.ts';

const setting = { language: 'en-US', fonts: { head: 'Georgia', body: 'Calibri' } };

test('space before the first paragraph is the top inset, since programs disagree whether it counts there', () => {
  const xml = textBodyXml(sampleRows(['one', 'two']), setting);
  expect(xml).toContain('lIns="0" tIns="304800" rIns="0" bIns="0"');
  expect(Array.from(xml.matchAll(/<a:spcBef><a:spcPts val="(\d+)"/g), ([, points]) => points)).toEqual(['0', '2400']);
});

test('text never fits itself to the box, since the sizes were measured', () => {
  expect(textBodyXml(sampleTitle('A'), setting)).toContain('wrap="square"');
  expect(textBodyXml(sampleTitle('A'), setting)).toContain('<a:noAutofit/>');
});

test('the bullet is a small square in its colour, left of the hanging text where the marker is drawn', () => {
  const xml = textBodyXml(sampleRows(['one']), setting);
  expect(xml).toContain('<a:buClr><a:srgbClr val="9A3412"/></a:buClr>');
  expect(xml).toContain('<a:buChar char="▪"/>');
  // 0.42 in of indent; the marker at 0.03 in, less the air inside the glyph, 0.044 em of 26 pt.
  expect(xml).toContain(`marL="384048" indent="-${Math.round((0.42 - 0.03 + (0.044 * 26) / 72) * 914400)}"`);
});

test('a paragraph without a bullet says so, or the body style of the master gives it one', () => {
  expect(textBodyXml(sampleTitle('A'), setting)).toContain('<a:buNone/>');
});

test('faces of the theme are named as such, other faces by name, and Devanagari finds its face in each slot', () => {
  const faces = (family: 'Georgia' | 'Calibri' | 'Nirmala UI' | 'Arial') =>
    textBodyXml(sampleText([sampleParagraph('x', {}, { fontFamily: family })]), setting).match(
      /<a:latin.*?<\/a:rPr>/,
    )?.[0];
  expect(faces('Georgia')).toBe(
    '<a:latin typeface="+mj-lt"/><a:ea typeface="Georgia"/><a:cs typeface="Georgia"/></a:rPr>',
  );
  expect(faces('Calibri')).toContain('<a:latin typeface="+mn-lt"/>');
  expect(faces('Arial')).toContain('<a:latin typeface="Arial"/>');
  expect(faces('Nirmala UI')).toContain('<a:cs typeface="Nirmala UI"/>');
});

test('size, weight, slant, tracking, colour and spacing are those of the run and paragraph', () => {
  const paragraph = sampleParagraph(
    'x',
    { lineSpacing: 1.12 },
    { sizePt: 38, bold: true, italic: true, color: '1F5FBF', trackingPt: -0.4 },
  );
  const xml = textBodyXml(sampleText([paragraph], { align: 'right', valign: 'bottom' }), setting);
  expect(xml).toContain(
    '<a:rPr lang="en-US" sz="3800" b="1" i="1" spc="-40" dirty="0"><a:solidFill><a:srgbClr val="1F5FBF"/>',
  );
  expect(xml).toContain('<a:endParaRPr lang="en-US" sz="3800" b="1" i="1" spc="-40"');
  expect(xml).toContain('<a:spcPct val="112000"/>');
  expect(xml).toContain('algn="r"');
  expect(xml).toContain('anchor="b"');
});

test('new slides of a layout start with rows that look and stand apart like those of the deck', () => {
  const xml = promptBodyXml(sampleRows(['one', 'two']), 'Text', setting);
  expect(xml).toContain('<a:lvl1pPr marL="384048"');
  expect(xml).toContain('<a:spcBef><a:spcPts val="2400"/></a:spcBef>');
  expect(xml).toContain('<a:defRPr lang="en-US" sz="2600"');
});
