import chardet from 'chardet';
import { InputError } from '../../contract/errors.ts';

const SAMPLE_BYTES = 64 * 1024;

/** UTF-16 of Latin text has a NUL in every second byte; which half it is tells the byte order. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4) return null;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) evenNuls += 1;
    else oddNuls += 1;
  }
  const half = sample.length / 2;
  if (oddNuls > half * 0.6 && evenNuls < half * 0.05) return 'utf-16le';
  if (evenNuls > half * 0.6 && oddNuls < half * 0.05) return 'utf-16be';
  return null;
}

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** UTF-8 with a few broken characters is still UTF-8: one bad byte must not turn every quotation mark into garbage. */
function decodeUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = countMatches(text, /\uFFFD/gu);
  if (broken === 0) return text;
  const whole = countMatches(text, /[^\p{ASCII}\uFFFD]/gu);
  return whole > broken * 4 ? text.replaceAll('\uFFFD', '') : null;
}

const HIGH_SHARE_OF_WESTERN_TEXT = 0.2;

/** English and its neighbours have few accented letters; anything denser is guessed by letter statistics. */
function decodeEightBit(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const highCount = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (highCount <= sample.length * HIGH_SHARE_OF_WESTERN_TEXT) return new TextDecoder('windows-1252').decode(bytes);
  const guess = chardet.detect(sample) ?? 'windows-1252';
  try {
    return new TextDecoder(guess).decode(bytes);
  } catch (error) {
    // A RangeError says that the runtime has no table for the guessed name.
    if (error instanceof RangeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}

const CONTROL_SHARE_OF_BINARY = 0.05;

function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  return countMatches(sample, /(?![\t\n\v\f\r\u0085])\p{Cc}|\uFFFD/gu) > sample.length * CONTROL_SHARE_OF_BINARY;
}

/**
 * Returns the text of a file: UTF-8, UTF-16 (with or without a byte order mark), Windows-1252, else the encoding
 * that letter statistics name. Throws DOCUMENT_UNREADABLE when they are not text.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const order = utf16Order(bytes);
  const text = order === null ? (decodeUtf8(bytes) ?? decodeEightBit(bytes)) : new TextDecoder(order).decode(bytes);
  if (looksBinary(text)) {
    throw new InputError(
      'DOCUMENT_UNREADABLE',
      `"${name}" looks like binary data, or is damaged; give a readable copy of it, or save it as .md or .txt and start again.`,
    );
  }
  return text;
}
