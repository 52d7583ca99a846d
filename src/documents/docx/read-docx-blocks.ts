import { XMLSerializer } from '@xmldom/xmldom';
import { type Zippable, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { DocumentBlock, DocumentBlocks } from '../blocks/document-block.ts';
import type { SourceBytes } from '../formats/document-format.ts';
import { collectPageBlocks } from '../html/collect-page-blocks.ts';
import type { PageElement } from '../html/page-element.ts';
import { parsePage } from '../html/parse-page.ts';
import { damagedPackage, openPackage, type PackageParts } from '../packages/open-package.ts';
import { elementsNamed, parsePart } from '../packages/parse-part.ts';
import { readRelationships } from '../packages/read-relationships.ts';
import { MARKS, markParagraphs } from './mark-paragraphs.ts';
import { settleMarkup } from './settle-markup.ts';
import { readStyles } from './style-roles.ts';

const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/u;
const STYLE_MAP = [
  `p.${MARKS.title} => p.lectra-title:fresh`,
  `p.${MARKS.subtitle} => p.lectra-subtitle:fresh`,
  `p.${MARKS.caption} => figcaption:fresh`,
  `p.${MARKS.quote} => blockquote > p:fresh`,
];
const NOTE_PREFIX = 'lectra-note-';
/** What programs put there when nobody wrote a title. */
const ACCIDENTAL_TITLE =
  /^(?:(?:document|doc|untitled|title|dokument)\s*\d*|microsoft word\b.*|.*\.(?:docx?|dotx?|odt|rtf|pdf))$/iu;
const BULLET = /^\s*(?:[•·▪◦‣●○■□➢✓–—-]|\(?\d{1,2}[.)])\s+(?=\S)/u;

const mainPartOf = (parts: PackageParts): string =>
  readRelationships(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';

/** The body with everything settled, in a package of its own that holds neither pictures nor bombs. */
function settlePackage(parts: PackageParts): Uint8Array {
  const mainPart = mainPartOf(parts);
  const main = parts.get(mainPart);
  if (main === undefined) throw new SyntaxError(`The package has no part "${mainPart}".`);
  const stylesPart = readRelationships(parts, mainPart).find(({ type }) => type === 'styles')?.target;
  const stylesXml = parts.get(stylesPart ?? 'word/styles.xml');
  for (const [name, bytes] of parts)
    if (/^word\/(?:footnotes|endnotes|comments|numbering)\.xml$/u.test(name)) parsePart(bytes);
  const body = parsePart(main);
  settleMarkup(body);
  markParagraphs(body, readStyles(stylesXml === undefined ? null : parsePart(stylesXml)));
  const files: Zippable = Object.fromEntries(parts);
  files[mainPart] = new TextEncoder().encode(new XMLSerializer().serializeToString(body));
  return zipSync(files, { level: 0 });
}

async function toPage(bytes: Uint8Array): Promise<PageElement> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: STYLE_MAP,
      includeEmbeddedStyleMap: false,
      idPrefix: NOTE_PREFIX,
      externalFileAccess: false,
    },
  );
  return parsePage(value).body;
}

function takeText(body: PageElement, selector: string): string | null {
  let text = '';
  for (const element of [...body.querySelectorAll(selector)]) {
    text ||= (element.textContent ?? '').trim();
    element.remove();
  }
  return text === '' ? null : text;
}

/** Notes stand behind the text, in a list of their own, and their marks in the text. */
function dropNotes(body: PageElement): void {
  for (const kind of ['footnote', 'endnote', 'comment']) {
    for (const mark of [...body.querySelectorAll(`a[id^="${NOTE_PREFIX}${kind}-ref"]`)]) mark.remove();
    for (const note of [...body.querySelectorAll(`[id^="${NOTE_PREFIX}${kind}-"]`)]) note.remove();
  }
}

const isCaptionOf = (block: DocumentBlock | undefined): block is DocumentBlock =>
  block?.kind === 'caption' && /^(?:table|tab\.?|तालिका|सारणी)\b/iu.test(block.text);

/** A caption over or under a table is part of it; paragraphs with bullets typed by hand are a list. */
function joinBlocks(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const joined: DocumentBlock[] = [];
  let isByHand = false;
  for (const block of blocks) {
    const last = joined.at(-1);
    const isItem = block.kind === 'paragraph' && BULLET.test(block.text);
    const item = block.text.replace(BULLET, '');
    if (block.kind === 'table' && block.table.caption === null && isCaptionOf(last)) {
      joined.splice(-1, 1, { ...block, table: { ...block.table, caption: last.text } });
    } else if (isCaptionOf(block) && last?.kind === 'table' && last.table.caption === null) {
      joined.splice(-1, 1, { ...last, table: { ...last.table, caption: block.text } });
    } else if (isItem && isByHand && last?.kind === 'list') {
      joined.splice(-1, 1, { ...last, text: `${last.text}\n${item}` });
    } else joined.push(isItem ? { kind: 'list', text: item } : block);
    isByHand = isItem;
  }
  return joined;
}

function propertyTitle(parts: PackageParts): string | null {
  const bytes = parts.get('docProps/core.xml');
  const title = bytes === undefined ? '' : (elementsNamed(parsePart(bytes), 'title')[0]?.textContent ?? '').trim();
  return title === '' || ACCIDENTAL_TITLE.test(title) ? null : title;
}

/**
 * Returns the blocks of a DOCX file: headings by style, outline level or look, lists, tables, captions, quotations. Tracked
 * changes count as accepted; notes, comments, drawings and tables of contents are left out. Throws DOCUMENT_UNREADABLE.
 */
export async function readDocxBlocks(source: SourceBytes): Promise<DocumentBlocks> {
  const parts = openPackage(source, 'DOCX', (name) => WANTED.test(name));
  try {
    const body = await toPage(settlePackage(parts));
    dropNotes(body);
    const title = takeText(body, 'p.lectra-title');
    const subtitle = takeText(body, 'p.lectra-subtitle');
    const blocks = joinBlocks(collectPageBlocks(body));
    const hasHeading = blocks.some(({ kind }) => kind === 'heading');
    return { title: title ?? (hasHeading ? null : propertyTitle(parts)), subtitle, blocks };
  } catch (error) {
    throw damagedPackage(source.name, 'DOCX', error);
  }
}
