// Turns the bytes of a file into titles and passages. In: bytes and a file name. Out: a SourceDocument in reading order.
// Knows Markdown, plain text and character encodings; must not know slides, writers or where the bytes came from.
import { InputError } from '../contract/errors.ts';
import type { SourceDocument } from '../contract/schemas/source-document.ts';
import { buildDocument } from './assembly/build-document.ts';
import { cleanSource } from './cleaning/clean-source.ts';
import { decodeText } from './decoding/decode-text.ts';
import { guessLanguage } from './language/guess-language.ts';
import { readMarkdownBlocks } from './markdown/read-markdown-blocks.ts';
import { readPlainBlocks } from './plain-text/read-plain-blocks.ts';

/** A novel has about 600,000; beyond that a lecture would leave out nearly everything. */
const MAX_TEXT_CHARS = 2_000_000;
const MIN_WORDS = 12;
const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd|mdx)$/iu;
const PLAIN_NAME = /\.(?:txt|text)$/iu;
const ATX_HEADING = /^ {0,3}#{1,6}[ \t]+\S/mu;
const MARKDOWN_MARK = /^ {0,3}#{2,6}[ \t]+\S|^```|\]\([^)\s]+\)|\*\*\S|^\|.+\|$/mu;

/** A text file may hold Markdown; "# 1" alone in a text file may also be a comment, so there a second mark is wanted. */
function isMarkdown(text: string, name: string): boolean {
  if (MARKDOWN_NAME.test(name)) return true;
  return ATX_HEADING.test(text) && (!PLAIN_NAME.test(name) || MARKDOWN_MARK.test(text));
}

const baseName = (name: string): string => name.split(/[/\\]/u).at(-1)?.trim() || 'document';

function assertEnoughMatter(document: SourceDocument): void {
  const text = document.passages.map((passage) => passage.text).join('\n');
  const wordCount = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (wordCount >= MIN_WORDS) return;
  const found =
    wordCount === 0 && document.sections.length > 0 ? 'headings but no prose' : `only ${wordCount} words of prose`;
  throw new InputError(
    'DOCUMENT_TOO_THIN',
    `"${document.name}" has ${found}; Lectra needs at least a few full sentences to make a lecture of it.`,
  );
}

/**
 * Returns the document in a file's bytes: title, sections and passages in reading order, as plain prose in NFC.
 * `name` is a file name; folders in it are dropped. Errors: INPUT_INVALID (empty or too long), DOCUMENT_UNREADABLE
 * (not text), DOCUMENT_TOO_THIN (no prose), LANGUAGE_UNSUPPORTED (not English; the message names the guess).
 */
export function readDocument(input: { readonly bytes: Uint8Array; readonly name: string }): SourceDocument {
  const name = baseName(input.name);
  if (input.bytes.length === 0)
    throw new InputError('INPUT_INVALID', `"${name}" is empty (0 bytes); give a document with text.`);
  const text = cleanSource(decodeText(input.bytes, name));
  if (text.trim() === '')
    throw new InputError('INPUT_INVALID', `"${name}" holds no text; give a document with a few sentences.`);
  if (text.length > MAX_TEXT_CHARS) {
    throw new InputError(
      'INPUT_INVALID',
      `"${name}" has ${text.length} characters, and Lectra reads at most ${MAX_TEXT_CHARS}; give one chapter of it.`,
    );
  }
  const document = buildDocument(isMarkdown(text, name) ? readMarkdownBlocks(text) : readPlainBlocks(text), name);
  const prose = document.passages.map((passage) => passage.text).join('\n');
  const language = guessLanguage(prose === '' ? document.title : prose);
  if (language !== 'English') {
    throw new InputError(
      'LANGUAGE_UNSUPPORTED',
      `"${name}" seems to be written in ${language}; Lectra writes lectures from English documents only so far.`,
    );
  }
  assertEnoughMatter(document);
  return document;
}
