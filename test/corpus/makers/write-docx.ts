import type { ContentBlock } from './content-block.ts';
import { escapeXml } from './escape-xml.ts';
import { zipTexts } from './zip-texts.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const CONTENT_TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/></Types>`;
const PACKAGE_RELS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const DOCUMENT_RELS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`;

const BULLETS = 1;
const NUMBERS = 2;
const levelXml = (format: string, text: string): string =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>`;
const NUMBERING = `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="1">${levelXml('bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levelXml('decimal', '%1.')}</w:abstractNum><w:num w:numId="${BULLETS}"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="${NUMBERS}"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;

const styleXml = (id: string, name: string, paragraph: string, run: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
const headingStyle = (level: number): string =>
  styleXml(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/><w:spacing w:before="280" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/><w:sz w:val="${34 - level * 4}"/>`,
  );
const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styleXml('Title', 'Title', '', '<w:b/><w:sz w:val="48"/>')}${[1, 2, 3, 4, 5, 6].map(headingStyle).join('')}${styleXml('ListParagraph', 'List Paragraph', '<w:contextualSpacing/>', '')}${styleXml('Quote', 'Quote', '<w:ind w:left="720" w:right="720"/>', '<w:i/>')}${styleXml('Caption', 'caption', '', '<w:i/><w:sz w:val="18"/>')}</w:styles>`;

const paragraphXml = (text: string, properties: string): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
const styled = (text: string, style: string): string => paragraphXml(text, `<w:pStyle w:val="${style}"/>`);

function tableXml(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const rowXml = (cells: readonly string[], properties: string): string =>
    `<w:tr>${properties}${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraphXml(cell, '')}</w:tc>`).join('')}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${header.map(() => '<w:gridCol w:w="2200"/>').join('')}</w:tblGrid>${rowXml(header, '<w:trPr><w:tblHeader/></w:trPr>')}${rows.map((row) => rowXml(row, '')).join('')}</w:tbl><w:p/>`;
}

function blockXml(block: ContentBlock, isTitle: boolean): string {
  switch (block.kind) {
    case 'heading':
      return isTitle ? styled(block.text, 'Title') : styled(block.text, `Heading${Math.max(1, block.level - 1)}`);
    case 'list': {
      const numbering = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${block.isNumbered ? NUMBERS : BULLETS}"/></w:numPr>`;
      return block.items.map((item) => paragraphXml(item, `<w:pStyle w:val="ListParagraph"/>${numbering}`)).join('');
    }
    case 'table':
      return tableXml(block.header, block.rows);
    case 'quote':
      return styled(block.text, 'Quote');
    case 'caption':
      return styled(block.text, 'Caption');
    case 'paragraph':
      return paragraphXml(block.text, '');
  }
}

/** Writes a DOCX with the styles of Word; a first heading is the title. The same blocks give the same bytes. */
export function writeDocx(blocks: readonly ContentBlock[]): Uint8Array {
  const body = blocks.map((block, index) => blockXml(block, index === 0)).join('');
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return zipTexts({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELS,
    'word/document.xml': `${XML}<w:document ${W}><w:body>${body}${page}</w:body></w:document>`,
    'word/_rels/document.xml.rels': DOCUMENT_RELS,
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
  });
}
