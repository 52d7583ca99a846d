import { decodeText } from '../decoding/decode-text.ts';

/** Where pages name their encoding, https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
const PRESCAN_BYTES = 4096;
const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]+)|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.-]+)/iu;

const hasMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) ||
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff);

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch (error) {
    // A name that nobody knows says nothing.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Returns the text of a page: by its byte order mark, else by the encoding that it names, else as any text file. */
export function decodePage(bytes: Uint8Array, name: string): string {
  const match = CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES)));
  const label = match?.[1] ?? match?.[2];
  const decoder = hasMark(bytes) || label === undefined ? null : decoderOf(label);
  // A page that could be searched for its encoding byte by byte is not in UTF-16, whatever it says.
  if (decoder === null || decoder.encoding.startsWith('utf-')) return decodeText(bytes, name);
  return decoder.decode(bytes);
}
