import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { SlideContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { assignSupports, listSupported } from './assign-supports.ts';

/** Finds sentences that speak about rows which are not there, and rows that no sentence speaks about. */
export function checkSupports(answer: SlideAnswer, { language }: SlideContext): Problem[] {
  const shown = listSupported(answer);
  const assigned = assignSupports(answer, language);
  const moved = answer.narration.flatMap(({ supports, text }, index): Problem[] => {
    const now = assigned[index]?.supports ?? null;
    if (now === supports) return [];
    const path = `narration[${index}].supports`;
    return supports !== null && now === null
      ? [
          {
            path,
            rule: 'support-nowhere',
            message: `the sentence ${quoteExcerpt(text)} speaks about row ${supports} of ${shown.length}`,
          },
        ]
      : [{ path, rule: 'support-missing', message: `the sentence ${quoteExcerpt(text)} speaks about row ${now ?? 0}` }];
  });
  if (answer.rows !== undefined) return moved;
  const spoken = new Set(assigned.map(({ supports }) => supports));
  const unspoken = shown.flatMap((row, index): Problem[] => {
    if (spoken.has(index + 1)) return [];
    const path = answer.points === undefined ? 'says' : `points[${index}]`;
    return [{ path, rule: 'point-unspoken', message: `no sentence speaks about the row ${quoteExcerpt(row)}` }];
  });
  return [...moved, ...unspoken];
}
