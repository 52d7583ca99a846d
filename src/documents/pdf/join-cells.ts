import type { PdfCell } from './page-text.ts';

/** Cells of one line share a baseline, save for type of another size. */
const SAME_LINE_EM = 0.35;

/** Returns cells by line from top to bottom, each line from left to right. */
export function joinCells(cells: readonly PdfCell[]): PdfCell[][] {
  const lines: PdfCell[][] = [];
  for (const cell of [...cells].sort((a, b) => a.yPt - b.yPt || a.xPt - b.xPt)) {
    const line = lines.at(-1);
    const base = line?.[0];
    const isSame = base !== undefined && cell.yPt - base.yPt <= SAME_LINE_EM * Math.max(base.sizePt, cell.sizePt);
    if (isSame) line?.push(cell);
    else lines.push([cell]);
  }
  return lines.map((line) => line.sort((a, b) => a.xPt - b.xPt));
}
