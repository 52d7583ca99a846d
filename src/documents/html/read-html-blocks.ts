import type { DocumentBlock, DocumentBlocks } from '../blocks/document-block.ts';
import type { SourceBytes } from '../formats/document-format.ts';
import { assertOpenPage } from './assert-open-page.ts';
import { chooseMatter } from './choose-matter.ts';
import { collectPageBlocks } from './collect-page-blocks.ts';
import { decodePage } from './decode-page.ts';
import { parsePage } from './parse-page.ts';
import { titleOfPage } from './title-of-page.ts';

/** Lines that pages set around their matter. */
const LOOSE_LINE =
  /^(?:by\s+\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,4}|(?:published|updated|posted|last (?:updated|modified|edited)|reviewed)\b[^.!?]{0,80}|\d{1,3}\s*min(?:ute)?s? (?:read|to read)|share(?: this)?(?: article| page)?|advertisement|subscribe|read more|print|skip to (?:main )?content|back to top|(?:©|copyright)[^!?]{0,100}|all rights reserved\.?)$/iu;
/** Sections that list where things come from, or lead elsewhere. */
const BACK_MATTER =
  /^(?:references|notes|footnotes|citations|sources|bibliography|external links|see also|further reading|related (?:articles|posts|pages|content)|comments|share this|you may also like|leave a reply|संदर्भ|सन्दर्भ|बाहरी कड़ियाँ|इन्हें भी देखें|टिप्पणी)$/iu;

/** A section of back matter ends with the next heading of its level or above. */
function withoutBackMatter(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const kept: DocumentBlock[] = [];
  let droppedLevel: number | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (droppedLevel !== null && block.level <= droppedLevel) droppedLevel = null;
      if (droppedLevel === null && BACK_MATTER.test(block.text.trim())) droppedLevel = block.level;
    }
    if (droppedLevel === null && !(block.kind === 'paragraph' && LOOSE_LINE.test(block.text.trim()))) kept.push(block);
  }
  return kept;
}

/**
 * Returns the blocks of a saved web page: headings, paragraphs, lists, tables, captions and quotations of its matter, without
 * menus, notices and notes. Throws DOCUMENT_UNREADABLE for a page that asks to sign in or that scripts would have to fill.
 */
export async function readHtmlBlocks({ bytes, name }: SourceBytes): Promise<DocumentBlocks> {
  const html = decodePage(bytes, name);
  const page = parsePage(html);
  const title = titleOfPage(page);
  const matter = chooseMatter(html);
  assertOpenPage(page, matter.textContent ?? '', name);
  return { title, subtitle: null, blocks: withoutBackMatter(collectPageBlocks(matter)) };
}
