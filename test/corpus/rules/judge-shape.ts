import { outlineSchema } from '../../../src/contract/schemas/outline.ts';
import { slideScriptSchema } from '../../../src/contract/schemas/slide-script.ts';
import type { Rule } from '../finding.ts';
import { contentSlides } from './content-slides.ts';

const MAX_TITLE_WORDS = 8;
const MAX_ROWS = 5;
const ROW_LAYOUTS: readonly string[] = ['bullets', 'bullets-picture'];

/** Outline and scripts keep the contract; titles and rows have their size; every row is spoken of, in order. */
export const judgeShape: Rule = (lecture) => {
  const { outline, scripts } = lecture;
  const parsed = [outlineSchema.safeParse(outline), ...scripts.map((script) => slideScriptSchema.safeParse(script))];
  const broken = parsed.flatMap((result) => (result.success ? [] : [{ slide: null, text: result.error.message }]));
  const sizes = contentSlides(lecture).flatMap(({ number, script }) => {
    const found: string[] = [];
    const { exhibit, heading, layout, narration, points } = script;
    if (heading.split(/\s+/u).length > MAX_TITLE_WORDS) found.push(`more than ${MAX_TITLE_WORDS} words: ${heading}`);
    const isRows = ROW_LAYOUTS.includes(layout);
    if (isRows && (points.length < 1 || points.length > MAX_ROWS)) found.push(`${points.length} rows: ${heading}`);
    if ((exhibit?.kind ?? null) !== (isRows ? null : layout)) found.push(`${layout} without its exhibit: ${heading}`);
    if (isRows) found.push(...points.filter((row) => /[.;:,।]$/u.test(row)).map((row) => `mark at the end: ${row}`));
    const supports = narration.flatMap((one) => (one.supports === null ? [] : [one.supports]));
    if (supports.some((index, at) => index >= points.length || index < (supports[at - 1] ?? 0)))
      found.push(`spoken out of order: ${heading}`);
    if (isRows)
      found.push(...points.filter((_row, index) => !supports.includes(index)).map((row) => `not spoken of: ${row}`));
    return found.map((text) => ({ slide: number, text }));
  });
  return [...broken, ...sizes];
};
