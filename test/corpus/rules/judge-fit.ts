import { listMisplacements } from '../../unit/deck/slide-fixtures.ts';
import type { Rule } from '../finding.ts';

/** Rows and definitions go to a second page at most, a long table to a third. */
const MAX_PAGES: Readonly<Record<string, number>> = { table: 3 };

/** Every text stands in its box, and no slide needs more pages than people bear. */
export const judgeFit: Rule = ({ layouts }) =>
  layouts.flatMap((slide, index) => {
    const max = MAX_PAGES[slide.layout] ?? 2;
    const tooLong = slide.pages.length > max ? [`${slide.pages.length} pages: ${slide.pages[0]?.title ?? ''}`] : [];
    return [...listMisplacements(slide), ...tooLong].map((text) => ({ slide: index + 1, text }));
  });
