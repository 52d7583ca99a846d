import type { TableShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import { toEmu } from './emu.ts';
import { cellBodyXml, type TextSetting } from './text-body.ts';

const ANCHOR_CODE = { top: 't', middle: 'ctr', bottom: 'b' } as const;
const EMU_PER_PT = 12_700;

type TableRow = TableShape['rows'][number];

/** Returns the `a:graphic` of a table as XML: editable cells, lines only under rows. ECMA-376 part 1, 21.1.3. */
export function tableGraphicXml(shape: TableShape, setting: TextSetting): string {
  const grid = shape.columnWidthsIn.map((widthIn) => `<a:gridCol w="${toEmu(widthIn)}"/>`).join('');
  const rows = shape.rows.map((row, index) => rowXml(shape, row, shape.rows[index - 1], setting)).join('');
  const table = `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${rows}</a:tbl>`;
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/table';
  return `<a:graphic><a:graphicData uri="${uri}">${table}</a:graphicData></a:graphic>`;
}

function rowXml(shape: TableShape, row: TableRow, above: TableRow | undefined, setting: TextSetting): string {
  const cells = row.cells.map((cell, column) => {
    const leftIn = shape.xIn + shape.columnWidthsIn.slice(0, column).reduce((sum, widthIn) => sum + widthIn, 0);
    const rightIn = leftIn + (shape.columnWidthsIn[column] ?? 0);
    const margins = `marL="${toEmu(cell.xIn - leftIn)}" marR="${toEmu(rightIn - cell.xIn - cell.widthIn)}" marT="0" marB="0"`;
    return `<a:tc>${cellBodyXml(cell, setting)}${cellPropertiesXml(cell, margins, row, above)}</a:tc>`;
  });
  return `<a:tr h="${toEmu(row.heightIn)}">${cells.join('')}</a:tr>`;
}

// The line between two rows belongs to both; programs differ in which of the two they draw.
function cellPropertiesXml(cell: TextShape, margins: string, row: TableRow, above: TableRow | undefined): string {
  const none = '<a:noFill/>';
  const sides = ['a:lnL', 'a:lnR'].map((name) => `<${name} w="0">${none}</${name}>`).join('');
  const top = above === undefined ? `<a:lnT w="0">${none}</a:lnT>` : ruleXml('a:lnT', above);
  const fill = row.fill === null ? none : `<a:solidFill><a:srgbClr val="${row.fill}"/></a:solidFill>`;
  const inside = `${sides}${top}${ruleXml('a:lnB', row)}${fill}`;
  return `<a:tcPr ${margins} anchor="${ANCHOR_CODE[cell.valign]}">${inside}</a:tcPr>`;
}

function ruleXml(name: 'a:lnT' | 'a:lnB', { ruleUnder }: TableRow): string {
  const fill = `<a:solidFill><a:srgbClr val="${ruleUnder.color}"/></a:solidFill>`;
  return `<${name} w="${Math.round(ruleUnder.widthPt * EMU_PER_PT)}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></${name}>`;
}
