// Turns the bytes of a file into titles and passages. In: bytes and a file name. Out: a SourceDocument in reading order.
// Knows formats and character encodings, one reader each (formats/format-table.ts); must not know slides, writers or
// where the bytes came from. Callers use create-document-reader.ts, which bounds the time and memory that this may take.
import { InputError } from '../contract/errors.ts';
import type { SourceDocument } from '../contract/schemas/source-document.ts';
import { buildDocument } from './assembly/build-document.ts';
import type { DocumentBlocks } from './blocks/document-block.ts';
import { mapBlockText } from './blocks/map-block-text.ts';
import { cleanSource } from './cleaning/clean-source.ts';
import { assertReadableLength } from './formats/assert-readable-length.ts';
import type { SourceBytes } from './formats/document-format.ts';
import { DOCUMENT_FORMATS } from './formats/format-table.ts';
import { readTextBlocks } from './formats/read-text-blocks.ts';
import { refuseForeignFormat } from './formats/refuse-foreign-format.ts';
import { documentLanguage } from './language/document-language.ts';

/** A document to read. */
export interface DocumentInput {
  readonly bytes: Uint8Array;
  /** A file name, whose folders are dropped, or the address of a page. */
  readonly name: string;
  /** ISO 639-1 code of the language that the user named; null to find it. */
  readonly language: string | null;
}

const MIN_WORDS = 12;

/** The address of a page is its name; a path is not the name of a file. */
const baseName = (name: string): string =>
  /^https?:\/\//u.test(name) ? name : name.split(/[/\\]/u).at(-1)?.trim() || 'document';

function assertEnoughMatter(document: SourceDocument): void {
  const text = document.passages.map((passage) => passage.text).join('\n');
  const wordCount = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)?.length ?? 0;
  if (wordCount >= MIN_WORDS) return;
  const found =
    wordCount === 0 && document.sections.length > 0 ? 'headings but no prose' : `only ${wordCount} words of prose`;
  throw new InputError(
    'DOCUMENT_TOO_THIN',
    `"${document.name}" has ${found}; Lectra needs at least a few full sentences to make a lecture of it.`,
  );
}

/** Libraries pass on what a file holds: control characters, compatibility forms, Windows line ends. */
function cleanBlocks({ title, subtitle, blocks }: DocumentBlocks): DocumentBlocks {
  return {
    title: title === null ? null : cleanSource(title),
    subtitle: subtitle === null ? null : cleanSource(subtitle),
    blocks: blocks.flatMap((block) => mapBlockText(block, cleanSource) ?? []),
  };
}

async function readBlocks(source: SourceBytes): Promise<DocumentBlocks> {
  const format = DOCUMENT_FORMATS.find(({ isFormatOf }) => isFormatOf(source));
  if (format === undefined) {
    refuseForeignFormat(source);
    return readTextBlocks(source);
  }
  const read = await format.loadReader();
  const blocks = cleanBlocks(await read(source));
  assertReadableLength(blocks.blocks.map(({ text }) => text).join('\n'), source.name);
  return blocks;
}

/**
 * Returns the document in a file's bytes: title, sections and passages in reading order, as plain prose in NFC. The format
 * is told by the bytes first, then by the name. Errors: INPUT_INVALID (empty or too long), DOCUMENT_UNREADABLE (a format
 * that Lectra does not read, or damaged), DOCUMENT_TOO_THIN (no prose), LANGUAGE_UNSUPPORTED (the message names the guess).
 */
export async function readDocument({ bytes, name: path, language }: DocumentInput): Promise<SourceDocument> {
  const name = baseName(path);
  if (bytes.length === 0)
    throw new InputError('INPUT_INVALID', `"${name}" is empty (0 bytes); give a document with text.`);
  const blocks = await readBlocks({ bytes, name });
  const prose = blocks.blocks.filter(({ kind }) => kind !== 'heading').map(({ text }) => text);
  const spoken = prose.length > 0 ? prose : blocks.blocks.map(({ text }) => text);
  const document = buildDocument(blocks, name, documentLanguage(spoken.join('\n'), name, language));
  assertEnoughMatter(document);
  return document;
}
