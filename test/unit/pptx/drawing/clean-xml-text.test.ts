import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanXmlText, escapeXml, hasForbiddenXmlCharacters } from '../../../../src/pptx/drawing/clean-xml-text.ts';
import { findXmlFault } from '../../../../src/pptx/package/find-xml-fault.ts';
import { encodeXml, parseXmlPart } from '../../../../src/pptx/package/xml-part.ts';

const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });

test('controls, lone surrogates and non-characters go, whole emoji stay', () => {
  expect(cleanXmlText('a\u0000\u0008\u000B\u001Fb\uD800c\uDC00d\uFFFE\uFFFF👩🏽‍🚀')).toBe('abcd👩🏽‍🚀');
});

test('line breaks and tabs become one blank, since a run of text holds no line break', () => {
  expect(cleanXmlText('one\r\ntwo\n\n\tthree')).toBe('one two three');
});

test('every text can stand in an element and in an attribute and is read back as it was cleaned', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const bytes = encodeXml(`<t a="${escapeXml(text)}">${escapeXml(text)}</t>`);
      const root = parseXmlPart(bytes).documentElement;
      expect(findXmlFault(bytes)).toBeNull();
      expect(root?.textContent).toBe(cleanXmlText(text));
      expect(root?.getAttribute('a')).toBe(cleanXmlText(text));
    }),
  );
});

test('a cleaned text has nothing left to clean', () => {
  fc.assert(fc.property(anyText, (text) => !hasForbiddenXmlCharacters(cleanXmlText(text))));
});
