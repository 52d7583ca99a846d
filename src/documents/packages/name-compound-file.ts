const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a compound file holds, by the names of its streams ([MS-OFFCRYPTO] 2.3, [MS-DOC] 2.1, [MS-PPT] 2.1, [MS-XLS] 2.1). */
const STREAMS: readonly (readonly [stream: string, looksLike: string, wayOut: string])[] = [
  [
    'EncryptedPackage',
    'an encrypted Office file',
    'open it with its password, save a copy without one, and start again',
  ],
  ['WordDocument', 'an old Word file (.doc)', 'open it in a word processor, save it as .docx, and start again'],
  ['PowerPoint Document', 'an old PowerPoint file (.ppt)', 'open it, save it as .pptx, and start again'],
  [
    'Workbook',
    'an old Excel workbook (.xls)',
    'put the figures into a document with sentences that explain them, such as a .docx or .md file',
  ],
];

/** Returns what an OLE compound file holds and the way out, told by its directory; null for bytes that are none. */
export function nameCompoundFile(bytes: Uint8Array): { readonly looksLike: string; readonly wayOut: string } | null {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return null;
  const found = STREAMS.find(([stream]) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(stream, 0, 'utf16le'),
  );
  if (found !== undefined) return { looksLike: found[1], wayOut: found[2] };
  return {
    looksLike: 'an old or encrypted Microsoft Office file',
    wayOut: 'open it in its program, save it as .docx or .pptx without a password, and start again',
  };
}
