import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { saysTheSame } from '../content-words.ts';
import type { OutlineContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';

/** Finds sections that have the title of one before. The first slide of a section may well have the section's own words. */
export function checkSectionTitles({ sections = [] }: OutlineAnswer, { language }: OutlineContext): Problem[] {
  return sections.flatMap(({ title }, index): Problem[] => {
    const same = sections.slice(0, index).find((other) => saysTheSame(other.title, title, language))?.title;
    if (same === undefined) return [];
    const message = `the title ${quoteExcerpt(title)} says the same as ${quoteExcerpt(same)}`;
    return [{ path: `sections[${index}].title`, rule: 'same-heading', message }];
  });
}
