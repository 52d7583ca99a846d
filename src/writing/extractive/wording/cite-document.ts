import type { SourceDocument } from '../../../contract/schemas/source-document.ts';
import { formatNumberRanges } from '../../../shared/format-number-ranges.ts';

/** Returns "Tides, tides.pdf, pp. 1–3": title, name, and the pages of the passages used, where the format has pages. */
export function citeDocument(
  { name, passages, title }: SourceDocument,
  usedPassageIds: ReadonlySet<string>,
  pages: (range: string) => string,
): string {
  const used = passages.flatMap(({ id, page }) => (page !== null && usedPassageIds.has(id) ? [page] : []));
  const parts = [title, name, ...(used.length === 0 ? [] : [pages(formatNumberRanges(used))])];
  return [...new Set(parts)].join(', ');
}
