import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { callText, type GuardedText } from './guarded-text.ts';

/** Lengths at which the shapes of answers cut, in characters; a text of just that length was cut in the middle. */
const LIMITS: ReadonlySet<number> = new Set([90, 120, 150, 240, 300, 400, 500, 600]);
const ENDS = /[.!?…।॥:;)\]"”’»%]$/u;

/** Finds text that breaks off: at the length where the server cuts, or with an ellipsis. */
export function checkCutOff(texts: readonly GuardedText[]): Problem[] {
  return texts.flatMap((text): Problem[] => {
    if (text.role === 'verbatim') return [];
    const isCut = LIMITS.has(text.text.length) && !ENDS.test(text.text);
    const trailsOff = /(?:…|\.{3,})["”’]?$/u.test(text.text) && text.role !== 'name';
    if (!isCut && !trailsOff) return [];
    return [
      {
        path: text.path,
        rule: 'cut-off',
        message: `${callText(text)} ${quoteExcerpt(text.text)} breaks off in the middle`,
      },
    ];
  });
}
