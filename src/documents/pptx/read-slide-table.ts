import type { Element } from '@xmldom/xmldom';
import type { DocumentBlock } from '../blocks/document-block.ts';
import { tableBlock } from '../blocks/table-block.ts';
import { guessHeader } from '../packages/guess-header.ts';
import { attributeNamed, childNamed, childrenNamed, elementsNamed } from '../packages/parse-part.ts';

const isTrue = (value: string | null): boolean => value === '1' || value === 'true';

const cellText = (cell: Element): string =>
  childrenNamed(childNamed(cell, 'txBody') ?? cell, 'p')
    .map((paragraph) =>
      elementsNamed(paragraph, 't')
        .map((text) => text.textContent ?? '')
        .join(''),
    )
    .join(' ')
    .trim();

/** Returns the table of a graphic frame, null when the frame has none. Cells that another one covers are empty, over rows the same. */
export function readSlideTable(frame: Element, page: number): DocumentBlock | null {
  const table = elementsNamed(frame, 'tbl')[0];
  if (table === undefined) return null;
  const grid: string[][] = [];
  for (const row of childrenNamed(table, 'tr')) {
    const above = grid.at(-1);
    grid.push(
      childrenNamed(row, 'tc').map((cell, column) => {
        if (isTrue(attributeNamed(cell, 'hMerge'))) return '';
        return isTrue(attributeNamed(cell, 'vMerge')) ? (above?.[column] ?? '') : cellText(cell);
      }),
    );
  }
  const hasHeader = isTrue(attributeNamed(childNamed(table, 'tblPr'), 'firstRow')) && grid.length > 1;
  const [header = [], ...rows] = grid;
  return tableBlock(hasHeader ? { caption: null, header, rows } : guessHeader(null, grid), page);
}
