import { InputError } from '../../contract/errors.ts';
import { listPackageEntries } from '../packages/list-package-entries.ts';
import { nameCompoundFile } from '../packages/name-compound-file.ts';
import type { SourceBytes } from './document-format.ts';
import { DOCUMENT_FORMATS } from './format-table.ts';

interface ForeignFormat {
  readonly looksLike: string;
  readonly wayOut: string;
}

const AS_TEXT = 'save it as .md or .txt and start again';
const WORD_PROCESSOR = 'open it in a word processor, save it as .docx, .md or .txt, and start again';
const OCR = 'run text recognition (OCR) over it and give the text as .md or .txt';
const TRANSCRIPT = 'give what is said in it as .md or .txt';
const UNPACK = 'unpack it and give one document of it, such as an .md or .txt file';
const TABLE = 'put the figures into a document with sentences that explain them, such as an .md or .txt file';

const SIGNATURES: readonly (readonly [signature: string, looksLike: string, wayOut: string])[] = [
  ['\x89PNG', 'a PNG picture', OCR],
  ['\xff\xd8\xff', 'a JPEG picture', OCR],
  ['GIF8', 'a GIF picture', OCR],
  ['II*\x00', 'a TIFF picture', OCR],
  ['MM\x00*', 'a TIFF picture', OCR],
  ['\x7fELF', 'a program (ELF)', AS_TEXT],
  ['MZ\x90', 'a program (EXE)', AS_TEXT],
  ['\x1f\x8b', 'a GZIP archive', UNPACK],
  ['7z\xbc\xaf', 'a 7-Zip archive', UNPACK],
  ['Rar!', 'a RAR archive', UNPACK],
  ['{\\rtf', 'an RTF file', WORD_PROCESSOR],
  ['ID3', 'an MP3 recording', TRANSCRIPT],
  ['OggS', 'an Ogg recording', TRANSCRIPT],
  ['fLaC', 'a FLAC recording', TRANSCRIPT],
  ['SQLite format 3', 'an SQLite database', AS_TEXT],
];

const ZIP_SIGNATURES = ['PK\x03\x04', 'PK\x05\x06'];
const PACKAGES: readonly (readonly [part: string, looksLike: string, wayOut: string])[] = [
  ['word/', 'a damaged DOCX file', 'open it in a word processor, save it anew, and start again'],
  ['ppt/', 'a damaged PPTX file', 'open it in the program that made it, save it anew, and start again'],
  ['xl/', 'an XLSX workbook', TABLE],
  ['opendocument.text', 'an ODT file', WORD_PROCESSOR],
  ['opendocument.presentation', 'an ODP presentation', 'save it as .pptx or PDF and start again'],
  ['opendocument.spreadsheet', 'an ODS workbook', TABLE],
  ['application/epub+zip', 'an EPUB book', 'save one chapter of it as .html, .md or .txt and start again'],
];

const NAMES: readonly (readonly [name: RegExp, looksLike: string, wayOut: string])[] = [
  [/\.(?:csv|tsv)$/iu, 'a table without prose', TABLE],
  [
    /\.(?:json|jsonl|xml|ya?ml|toml|ini)$/iu,
    'a data file without prose',
    'give a document that explains the data, such as an .md or .txt file',
  ],
  [
    /\.mht(?:ml)?$/iu,
    'a web archive (MHTML)',
    'open it in your browser, save it as a web page (.html), and start again',
  ],
];

/** Not by TextDecoder, whose "latin1" is Windows-1252 and moves the bytes of signatures. */
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function nameForeignFormat({ bytes, name }: SourceBytes): ForeignFormat | null {
  const head = latin1(bytes.subarray(0, 4096));
  const found = (row: readonly [unknown, string, string] | undefined): ForeignFormat | null =>
    row === undefined ? null : { looksLike: row[1], wayOut: row[2] };
  if (ZIP_SIGNATURES.some((signature) => head.startsWith(signature))) {
    const names = (listPackageEntries(bytes) ?? []).map((entry) => entry.name).join('\n');
    return (
      found(PACKAGES.find(([part]) => head.includes(part) || names.includes(part))) ?? {
        looksLike: 'a ZIP archive',
        wayOut: UNPACK,
      }
    );
  }
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { looksLike: 'a WebP picture', wayOut: OCR };
  if (/^RIFF[\s\S]{4}(?:WAVE|AVI )/u.test(head)) return { looksLike: 'a recording or film', wayOut: TRANSCRIPT };
  if (head.slice(4, 8) === 'ftyp') return { looksLike: 'an MP4 film or recording', wayOut: TRANSCRIPT };
  const compound = nameCompoundFile(bytes);
  if (compound !== null) return compound;
  return (
    found(SIGNATURES.find(([signature]) => head.startsWith(signature))) ??
    found(NAMES.find(([pattern]) => pattern.test(name)))
  );
}

/** Throws DOCUMENT_UNREADABLE for a file that is known to be of a format that Lectra does not read: what it is, and the way out. */
export function refuseForeignFormat(source: SourceBytes): void {
  const foreign = nameForeignFormat(source);
  if (foreign === null) return;
  const readable = ['Markdown', 'plain text', ...DOCUMENT_FORMATS.map(({ title }) => title)];
  throw new InputError(
    'DOCUMENT_UNREADABLE',
    `"${source.name}" looks like ${foreign.looksLike}, and Lectra reads ${readable.slice(0, -1).join(', ')} and ${readable.at(-1)}; ${foreign.wayOut}.`,
  );
}
