import type { ChartShape } from '../../contract/schemas/laid-out-slide.ts';
import { escapeXml } from '../drawing/clean-xml-text.ts';
import { encodeXml, XML_DECLARATION } from './xml-part.ts';
import { zipPackage } from './zip-package.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Returns the workbook that "Edit data" opens: labels in column A, figures in column B, the unit as its head. ECMA-376 part 1, 18. */
export function chartWorkbook({ unit, items }: Pick<ChartShape, 'unit' | 'items'>): Uint8Array {
  const rows = items.map(({ label, value }, index) => {
    const row = index + 2;
    return `<row r="${row}">${textCell(`A${row}`, label)}<c r="B${row}"><v>${value}</v></c></row>`;
  });
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPES}.worksheet+xml"/></Types>`,
    '_rels/.rels': relationshipXml('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipXml('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${textCell('B1', unit)}</row>${rows.join('')}</sheetData></worksheet>`,
  };
  return zipPackage(
    new Map(Object.entries(parts).map(([name, xml]) => [name, encodeXml(`${XML_DECLARATION}${xml}`)] as const)),
  );
}

function textCell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function relationshipXml(type: string, target: string): string {
  return `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}
