import { knownText, type TextContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { callText, type GuardedText } from './guarded-text.ts';
import { tidyMarkup } from './tidy-markup.ts';

/** Finds marks that no listener should see or hear. */
export function checkMarkup(texts: readonly GuardedText[], context: TextContext): Problem[] {
  const known = knownText(context);
  return texts.flatMap((text): Problem[] => {
    const tidied = tidyMarkup(text.text, text.role, context.given);
    // What the document shows or the user asked for is no slip.
    if (tidied === spaced(text.text) || known.includes(text.text)) return [];
    return [
      {
        path: text.path,
        rule: 'markup',
        message: `${callText(text)} ${quoteExcerpt(text.text)} has marks that do not belong there`,
      },
    ];
  });
}

/** White space of any kind is nobody's mark. */
const spaced = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
