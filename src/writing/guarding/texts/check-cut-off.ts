import { TEXT_LIMITS } from '../../answers/text-limits.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { callText, type GuardedText } from './guarded-text.ts';

/** A shorter text may well have just the length at which a server would cut another one. */
const LEAST_TELLING_CHARS = 90;
/** A text of just such a length was cut in the middle. */
const LIMITS: ReadonlySet<number> = new Set(Object.values(TEXT_LIMITS).filter((limit) => limit >= LEAST_TELLING_CHARS));
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
