const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));

const SIGNATURES: readonly (readonly [signature: string, name: string])[] = [
  ['%PDF-', 'a PDF file'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\x7fELF', 'a program (ELF)'],
  ['MZ\x90', 'a program (EXE)'],
  ['\x1f\x8b', 'a GZIP archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\xd0\xcf\x11\xe0', 'an old Microsoft Office file (DOC, XLS or PPT)'],
  ['{\\rtf', 'an RTF file'],
  ['ID3', 'an MP3 recording'],
  ['OggS', 'an Ogg recording'],
  ['SQLite format 3', 'an SQLite database'],
];

/** The parts inside an Office or OpenDocument package are named in the first entries of the ZIP directory. */
function nameZipFormat(bytes: Uint8Array): string {
  const head = ascii(bytes, 0, 4096);
  if (head.includes('word/')) return 'a DOCX file';
  if (head.includes('ppt/')) return 'a PPTX file';
  if (head.includes('xl/')) return 'an XLSX file';
  if (head.includes('opendocument.text')) return 'an ODT file';
  if (head.includes('application/epub+zip')) return 'an EPUB book';
  return 'a ZIP archive';
}

/** Returns what the bytes are by their signature ("a PDF file"), or null when they may be text. */
export function nameBinaryFormat(bytes: Uint8Array): string | null {
  const head = ascii(bytes, 0, 32);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return nameZipFormat(bytes);
  if (head.startsWith('RIFF') && /^(?:WAVE|WEBP|AVI )/u.test(head.slice(8)))
    return 'a picture, recording or film (RIFF)';
  if (head.slice(4, 8) === 'ftyp') return 'an MP4 film or recording';
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}
