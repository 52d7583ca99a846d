import type { Document } from '@xmldom/xmldom';
import type { ChartShape } from '../../contract/schemas/laid-out-slide.ts';
import { chartPartXml } from '../drawing/chart-xml.ts';
import type { TextSetting } from '../drawing/text-body.ts';
import { chartWorkbook } from './chart-workbook.ts';
import { relationshipsPartOf } from './relationships.ts';
import { encodeXml, XML_DECLARATION } from './xml-part.ts';

const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK_ID = 'rId1';

/** Puts the number-th chart of a deck and its workbook among the parts. Returns the name of the chart part. */
export function addChartParts(
  parts: Map<string, Uint8Array>,
  shape: ChartShape,
  number: number,
  setting: TextSetting,
): string {
  const chartPart = `ppt/charts/chart${number}.xml`;
  const workbook = `embeddings/workbook${number}.xlsx`;
  parts.set(chartPart, encodeXml(chartPartXml(shape, WORKBOOK_ID, setting)));
  parts.set(`ppt/${workbook}`, chartWorkbook(shape));
  const relationship = `<Relationship Id="${WORKBOOK_ID}" Type="${OFFICE_RELATIONSHIPS}/package" Target="../${workbook}"/>`;
  parts.set(
    relationshipsPartOf(chartPart),
    encodeXml(`${XML_DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${relationship}</Relationships>`),
  );
  return chartPart;
}

/** Adds the relationship of a slide to a chart part. */
export function relateChart(relationships: Document, id: string, chartPart: string): void {
  const root = relationships.documentElement;
  if (root === null) throw new TypeError('The relationships of a slide have no root.');
  const entry = relationships.createElementNS(root.namespaceURI, 'Relationship');
  entry.setAttribute('Id', id);
  entry.setAttribute('Type', `${OFFICE_RELATIONSHIPS}/chart`);
  entry.setAttribute('Target', chartPart.replace(/^ppt\//, '../'));
  root.appendChild(entry);
}
