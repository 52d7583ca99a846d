import type { ContentBlock } from './content-block.ts';
import { escapeXml } from './escape-xml.ts';
import { zipTexts } from './zip-texts.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NS =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';

interface GivenSlide {
  readonly title: string;
  readonly rows: readonly string[];
  readonly notes: string;
}

const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<a:p><a:r><a:rPr lang="en-US"/><a:t>${escapeXml(text)}</a:t></a:r></a:p>`).join('');
const shape = (id: number, placeholder: string, texts: readonly string[]): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Shape ${id}"/><p:cNvSpPr/><p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs(texts)}</p:txBody></p:sp>`;
const tree = (shapes: string): string =>
  `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`;

/** Each heading begins a slide; paragraphs are its notes, all else its rows. */
function toSlides(blocks: readonly ContentBlock[]): GivenSlide[] {
  const slides: { title: string; rows: string[]; notes: string[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') slides.push({ title: block.text, rows: [], notes: [] });
    const slide = slides.at(-1);
    if (slide === undefined || block.kind === 'heading') continue;
    if (block.kind === 'list') slide.rows.push(...block.items);
    else if (block.kind === 'table') slide.rows.push(...block.rows.map((cells) => cells.join(': ')));
    else slide.notes.push(block.text);
  }
  return slides.map(({ title, rows, notes }) => ({ title, rows, notes: notes.join(' ') }));
}

/** Writes a deck with titles, rows and speaker notes: the parts that carry text, and what names them. */
export function writePptx(blocks: readonly ContentBlock[]): Uint8Array {
  const slides = toSlides(blocks);
  const numbers = slides.map((_slide, index) => index + 1);
  const override = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="${TYPE}.${type}+xml"/>`;
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const rels = (inner: string): string => `${XML}<Relationships xmlns="${RELS}">${inner}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/ppt/presentation.xml', 'presentation.main')}${numbers.map((n) => override(`/ppt/slides/slide${n}.xml`, 'slide') + override(`/ppt/notesSlides/notesSlide${n}.xml`, 'notesSlide')).join('')}</Types>`,
    '_rels/.rels': rels(relationship('rId1', 'officeDocument', 'ppt/presentation.xml')),
    'ppt/presentation.xml': `${XML}<p:presentation ${NS}><p:sldIdLst>${numbers.map((n) => `<p:sldId id="${255 + n}" r:id="rId${n}"/>`).join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': rels(
      numbers.map((n) => relationship(`rId${n}`, 'slide', `slides/slide${n}.xml`)).join(''),
    ),
  };
  for (const [index, { title, rows, notes }] of slides.entries()) {
    const number = index + 1;
    const body = rows.length === 0 ? '' : shape(3, 'idx="1"', rows);
    parts[`ppt/slides/slide${number}.xml`] =
      `${XML}<p:sld ${NS}>${tree(`${shape(2, 'type="title"', [title])}${body}${shape(4, 'type="sldNum" idx="12"', [String(number)])}`)}</p:sld>`;
    parts[`ppt/slides/_rels/slide${number}.xml.rels`] = rels(
      relationship('rId1', 'notesSlide', `../notesSlides/notesSlide${number}.xml`),
    );
    parts[`ppt/notesSlides/notesSlide${number}.xml`] =
      `${XML}<p:notes ${NS}>${tree(shape(2, 'type="body" idx="1"', notes === '' ? [] : [notes]))}</p:notes>`;
    parts[`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`] = rels(
      relationship('rId1', 'slide', `../slides/slide${number}.xml`),
    );
  }
  return zipTexts(parts);
}
