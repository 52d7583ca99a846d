import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { saysTheSame } from '../content-words.ts';
import type { OutlineContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';

/** Finds matter that two slides have: what they cover, and passages, where there are enough for all. */
export function checkShares({ slides }: OutlineAnswer, { language, passages }: OutlineContext): Problem[] {
  const covered: string[] = [];
  const taken = new Set<string>();
  return slides.flatMap(({ covers, passages: own }, index): Problem[] => {
    const twice = covers.flatMap((cover, at): Problem[] => {
      const isTwice = covered.some((other) => saysTheSame(other, cover, language));
      covered.push(cover);
      if (!isTwice) return [];
      const message = `${quoteExcerpt(cover)} is covered twice`;
      return [{ path: `slides[${index}].covers[${at}]`, rule: 'cover-twice', message }];
    });
    const shared = passages.length < slides.length ? [] : own.filter((name) => taken.has(name));
    for (const name of own) taken.add(name);
    if (shared.length === 0) return twice;
    const message = `${shared.join(', ')} belongs to a slide before`;
    return [...twice, { path: `slides[${index}].passages`, rule: 'passage-shared', message }];
  });
}
