import type { DocumentBlock, DocumentBlocks } from '../blocks/document-block.ts';
import type { SourceBytes } from '../formats/document-format.ts';
import { damagedPackage, openPackage, type PackageParts } from '../packages/open-package.ts';
import { elementsNamed, parsePart } from '../packages/parse-part.ts';
import { readRelationships } from '../packages/read-relationships.ts';
import { readSlide, type SlideText } from './read-slide.ts';

const WANTED =
  /^(?:_rels\/\.rels|ppt\/presentation\.xml|ppt\/(?:slides|notesSlides)\/[^/]+\.xml|ppt\/(?:slides\/|notesSlides\/)?_rels\/[^/]+\.rels|ppt\/slideLayouts\/[^/]+\.xml|ppt\/charts\/[^/]+\.xml)$/u;
/** "Costs (2/3)", "Costs (cont.)": one matter on several slides. */
const CONTINUED = /\s*[([](?:\d{1,2}(?:\s*(?:\/|of)\s*\d{1,2})?|cont(?:inued|'d|d)?\.?|contd\.?)[)\]]\s*$/iu;
/** Slides that only open or close a talk. */
const CEREMONY =
  /^(?:thank(?:s| you)\b.{0,20}|questions\??|q\s*(?:&|and)\s*a|any questions\??|agenda|contents|table of contents|outline|धन्यवाद)[!.]?$/iu;

interface NumberedSlide {
  readonly slide: SlideText;
  readonly page: number;
}

function slidesOf(parts: PackageParts): NumberedSlide[] {
  const presentation = parts.get('ppt/presentation.xml');
  if (presentation === undefined) throw new SyntaxError('The package has no presentation part.');
  const targets = new Map(readRelationships(parts, 'ppt/presentation.xml').map(({ id, target }) => [id, target]));
  return elementsNamed(parsePart(presentation), 'sldId').flatMap((entry, index) => {
    // The slide has an id of its own without a namespace; the relationship is the one that has one.
    const id = Array.from(entry.attributes).find(
      ({ localName, namespaceURI }) => localName === 'id' && namespaceURI,
    )?.value;
    const part = id === undefined ? undefined : targets.get(id);
    const slide = part === undefined ? null : readSlide(parts, part, index + 1);
    return slide === null ? [] : [{ slide, page: index + 1 }];
  });
}

function blocksOf(slides: readonly NumberedSlide[]): DocumentBlock[] {
  const hasSections = slides.some(({ slide }) => slide.kind === 'section');
  let lastTitle = '';
  return slides.flatMap(({ slide, page }) => {
    const title = slide.title?.replace(CONTINUED, '').trim() ?? '';
    const isCeremony = CEREMONY.test(title);
    const isNew = title !== '' && title.toLowerCase() !== lastTitle.toLowerCase() && !isCeremony;
    if (isNew) lastTitle = title;
    const level = hasSections && slide.kind === 'content' ? 2 : 1;
    const heading: DocumentBlock[] = isNew ? [{ kind: 'heading', level, text: title, page }] : [];
    const subtitle: DocumentBlock[] =
      slide.subtitle === null || isCeremony ? [] : [{ kind: 'paragraph', text: slide.subtitle, page }];
    return [...heading, ...subtitle, ...(isCeremony ? [] : [...slide.blocks, ...slide.notes])];
  });
}

/**
 * Returns the blocks of a PPTX file: titles of slides as headings, their text, tables and the figures of their charts in
 * reading order, then their notes; pages are numbers of slides. Hidden slides are left out. Throws DOCUMENT_UNREADABLE.
 */
export async function readPptxBlocks(source: SourceBytes): Promise<DocumentBlocks> {
  const parts = openPackage(source, 'PPTX', (name) => WANTED.test(name));
  try {
    const slides = slidesOf(parts);
    const [first, ...rest] = slides;
    if (first === undefined || first.slide.title === null || first.slide.kind !== 'title') {
      return { title: null, subtitle: null, blocks: blocksOf(slides) };
    }
    const { title, subtitle, blocks, notes } = first.slide;
    return { title, subtitle: subtitle ?? null, blocks: [...blocks, ...notes, ...blocksOf(rest)] };
  } catch (error) {
    throw damagedPackage(source.name, 'PPTX', error);
  }
}
