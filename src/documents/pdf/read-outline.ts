import { outlineKey } from './find-headings.ts';
import type { OpenPdf } from './open-pdf.ts';

type OutlineItem = Awaited<ReturnType<OpenPdf['getOutline']>>[number];

const MAX_DEPTH = 6;

/** Returns the depth, from 1, of each entry of the PDF's own outline by its words; empty when it has none. */
export async function readOutline(pdf: OpenPdf): Promise<ReadonlyMap<string, number>> {
  const depths = new Map<string, number>();
  const walk = (items: readonly OutlineItem[], depth: number): void => {
    for (const { title, items: inner } of items) {
      const key = outlineKey(title);
      if (key !== '' && !depths.has(key)) depths.set(key, depth);
      if (depth < MAX_DEPTH) walk(inner, depth + 1);
    }
  };
  const outline: readonly OutlineItem[] | null = await pdf.getOutline();
  if (outline !== null) walk(outline, 1);
  return depths;
}
