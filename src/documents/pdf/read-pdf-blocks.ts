import { InputError } from '../../contract/errors.ts';
import type { DocumentBlocks } from '../blocks/document-block.ts';
import type { SourceBytes } from '../formats/document-format.ts';
import { READING_LIMITS } from '../reading-limits.ts';
import { buildPdfBlocks } from './build-pdf-blocks.ts';
import { dropContents } from './drop-contents.ts';
import { dropFootnotes } from './drop-footnotes.ts';
import { dropPageFurniture, type PageCells } from './drop-page-furniture.ts';
import { findHeadings } from './find-headings.ts';
import { groupLines } from './group-lines.ts';
import { countWords } from './join-line-texts.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { orderLines } from './order-lines.ts';
import { readOutline } from './read-outline.ts';
import { readPdfPages } from './read-pdf-pages.ts';
import { setCells } from './set-cells.ts';

/** A stamp or a page number on a scanned page is not its text. */
const MIN_CHARS_OF_PAGE = 25;
const MIN_TEXT_PAGES_SHARE = 0.1;
const MAX_UNKNOWN_SHARE = 0.2;

/** The size that most characters are set in, in points, and whether they are bold. */
function findBody(pages: readonly PageCells[]): { readonly sizePt: number; readonly isBold: boolean } {
  const chars = new Map<number, { all: number; bold: number }>();
  for (const { text, sizePt, isBold } of pages.flatMap(({ cells }) => cells)) {
    const key = Math.round(sizePt * 2) / 2;
    const counts = chars.get(key) ?? { all: 0, bold: 0 };
    chars.set(key, { all: counts.all + text.length, bold: counts.bold + (isBold ? text.length : 0) });
  }
  const [most] = [...chars].sort((a, b) => b[1].all - a[1].all || a[0] - b[0]);
  return most === undefined
    ? { sizePt: 10, isBold: false }
    : { sizePt: most[0], isBold: most[1].bold * 2 > most[1].all };
}

/** Attachments come as a map or an object by name, or not at all. */
function namesOf(attached: unknown): string[] {
  if (attached instanceof Map) return [...attached.keys()].map(String);
  return typeof attached === 'object' && attached !== null ? Object.keys(attached) : [];
}

async function assertText(pdf: OpenPdf, pages: readonly PageCells[], name: string): Promise<void> {
  const lengths = pages.map(({ cells }) => cells.reduce((sum, { text }) => sum + text.length, 0));
  const textPages = lengths.filter((length) => length >= MIN_CHARS_OF_PAGE).length;
  const charCount = lengths.reduce((sum, length) => sum + length, 0);
  const { info } = await pdf.getMetadata();
  const isCollection = 'IsCollectionPresent' in info && info.IsCollectionPresent === true;
  if (isCollection || charCount < 400) {
    const attached: unknown = await pdf.getAttachments();
    const names = namesOf(attached);
    if (names.length > 0) {
      throw new InputError(
        'DOCUMENT_UNREADABLE',
        `"${name}" is a PDF that only holds other files (${names.slice(0, 3).join(', ')}); save the one that you want out of it and give that.`,
      );
    }
  }
  if (textPages === 0 || textPages < pages.length * MIN_TEXT_PAGES_SHARE) {
    throw new InputError(
      'DOCUMENT_UNREADABLE',
      `"${name}" has ${pages.length === 1 ? 'one page' : `${pages.length} pages`} with no text to read${textPages === 0 ? '' : ` but on ${textPages}`}, so it is most likely scanned; run text recognition (OCR) over it, for instance with OCRmyPDF, and give the result.`,
    );
  }
  const text = pages.flatMap(({ cells }) => cells.map((cell) => cell.text)).join('');
  const unknown = text.match(/[\p{Co}\uFFFD]|(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (unknown > text.length * MAX_UNKNOWN_SHARE) {
    throw new InputError(
      'DOCUMENT_UNREADABLE',
      `"${name}" does not say which letters its fonts draw, so its text cannot be read; run text recognition (OCR) over it, for instance with OCRmyPDF, and give the result.`,
    );
  }
}

async function readPages(pdf: OpenPdf): Promise<PageCells[]> {
  const pages: PageCells[] = [];
  let charCount = 0;
  for await (const { number, heightPt, spans } of readPdfPages(pdf)) {
    const cells = setCells(spans);
    pages.push({ number, heightPt, cells });
    charCount += cells.reduce((sum, { text }) => sum + text.length, 0);
    // Refused afterwards for its length; reading the rest would only take time.
    if (charCount > READING_LIMITS.textChars * 2) break;
  }
  return pages;
}

/**
 * Returns the blocks of a PDF by where its text stands: columns in order, running heads, page numbers, footnotes and tables
 * of contents left out, words whole, pages kept. Throws DOCUMENT_UNREADABLE, with the way out, for a PDF that is encrypted,
 * damaged, scanned, or only holds other files; INPUT_INVALID for too many pages.
 */
export async function readPdfBlocks(source: SourceBytes): Promise<DocumentBlocks> {
  const pdf = await openPdf(source);
  try {
    const pages = await readPages(pdf);
    await assertText(pdf, pages, source.name);
    const body = findBody(pages);
    const inner = dropPageFurniture(pages, body.sizePt);
    const ordered = inner.flatMap(({ cells, number }) => orderLines(cells, number));
    const lines = dropContents(dropFootnotes(ordered, body.sizePt));
    const groups = groupLines(lines);
    const outline = await readOutline(pdf);
    const headings = findHeadings(groups, { bodySizePt: body.sizePt, isBodyBold: body.isBold, outline });
    return buildPdfBlocks(groups, headings, countWords(lines.map(({ text }) => text)));
  } finally {
    await pdf.loadingTask.destroy();
  }
}
