import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEspeakMarkup } from '../../../../src/speech/engines/to-espeak-markup.ts';

describe('toEspeakMarkup', () => {
  it('escapes what would be read as markup, since a raw "<" swallows the words after it', () => {
    expect(toEspeakMarkup('a < b & c > d').markup).toBe('a &lt; b &amp; c &gt; d');
  });

  it('takes the brackets of phoneme input and controls out, one character for one', () => {
    expect(toEspeakMarkup('say [[h@]]\tnow\u0000').markup).toBe('say   h@   now ');
  });

  it('leads each code point of the markup back to its place in the text, past entities and emoji', () => {
    const text = '🙂 R&D = x';
    const { markup, plainOffsets } = toEspeakMarkup(text);
    const place = [...markup].indexOf('=');
    expect(text.slice(plainOffsets[place], plainOffsets[place + 1])).toBe('=');
    expect(plainOffsets.at(-1)).toBe(text.length);
  });

  it('has one ascending place for each code point, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { markup, plainOffsets } = toEspeakMarkup(text);
        expect(plainOffsets).toHaveLength([...markup].length + 1);
        expect(plainOffsets).toEqual([...plainOffsets].sort((a, b) => a - b));
        expect(markup).not.toMatch(/[<>[\]]|&(?!(amp|lt|gt);)/u);
      }),
    );
  });
});
