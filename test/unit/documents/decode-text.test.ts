import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import { decodeText } from '../../../src/documents/decoding/decode-text.ts';

const TEXT = 'Ice flows — slowly. Café “Zürich” serves it at −3 °C.';
const LATIN = 'Café Zürich serves ice at 3 °C all day long.';
const utf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const units = [...((mark ? '\uFEFF' : '') + text)].flatMap((char) => {
    const code = char.charCodeAt(0);
    return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
  return Uint8Array.from(units);
};
const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));

describe('decodeText', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT), TEXT],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${TEXT}`), TEXT],
    ['UTF-16 LE with a mark', utf16(TEXT, true, true), TEXT],
    ['UTF-16 BE with a mark', utf16(TEXT, false, true), TEXT],
    ['UTF-16 LE without a mark', utf16(LATIN, true, false), LATIN],
    ['UTF-16 BE without a mark', utf16(LATIN, false, false), LATIN],
    ['Latin-1', latin1(LATIN), LATIN],
    [
      'Windows-1252 quotation marks',
      Uint8Array.from([0x93, ...latin1('Ice'), 0x94, ...latin1(' is cold water.')]),
      '“Ice” is cold water.',
    ],
  ])('reads %s, because people save in whatever their editor offers', (_name, bytes, expected) => {
    expect(decodeText(bytes, 'a.txt')).toBe(expected);
  });

  test('keeps UTF-8 with one broken byte, so that its quotation marks do not turn into garbage', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('“One” “two” “three” é à ü'), 0xff]);
    expect(decodeText(bytes, 'a.txt')).toBe('“One” “two” “three” é à ü');
  });

  test('refuses binary data by its name and says what to give instead', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_unused, index) => (index * 7919) % 32);
    const reading = (): string => decodeText(bytes, 'lecture.txt');
    expect(reading).toThrow(InputError);
    expect(reading).toThrow(/"lecture\.txt" looks like binary data, .*\.md or \.txt/u);
  });
});
