import type { ChartShape, TableShape } from '../../contract/schemas/laid-out-slide.ts';
import { escapeXml } from '../drawing/clean-xml-text.ts';
import { toEmu } from '../drawing/emu.ts';

const CHART_URI = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** Returns the `a:graphic` that shows the chart of a relationship. */
export function chartGraphicXml(relationshipId: string): string {
  const chart = `<c:chart xmlns:c="${CHART_URI}" r:id="${relationshipId}"/>`;
  return `<a:graphic><a:graphicData uri="${CHART_URI}">${chart}</a:graphicData></a:graphic>`;
}

/** Returns the frame of a table or a chart on a slide. ECMA-376 part 1, 19.3.1.21. */
export function graphicFrameXml(
  shape: TableShape | ChartShape,
  { id, name, graphic }: { readonly id: string; readonly name: string; readonly graphic: string },
): string {
  const properties = `<p:cNvPr id="${id}" name="${name}" descr="${escapeXml(shape.altText)}"/>`;
  const locks = '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>';
  const offset = `<a:off x="${toEmu(shape.xIn)}" y="${toEmu(shape.yIn)}"/>`;
  const extent = `<a:ext cx="${toEmu(shape.widthIn)}" cy="${toEmu(shape.heightIn)}"/>`;
  return `<p:graphicFrame><p:nvGraphicFramePr>${properties}${locks}</p:nvGraphicFramePr><p:xfrm>${offset}${extent}</p:xfrm>${graphic}</p:graphicFrame>`;
}
