import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';

/** Words that find a picture of anything. */
const NO_SUBJECT =
  /^(?:(?:a |an |the )?(?:image|picture|photo|photograph|illustration|keyword|visual|slide|placeholder|none|n\/a|string|text))s?\s*\p{Nd}*$/iu;

/** Finds keywords that picture libraries do not know: not in Latin letters, or naming nothing. */
export function checkPicture({ picture }: SlideAnswer): Problem[] {
  return (picture?.keywords ?? []).flatMap((keyword, index): Problem[] => {
    const isLatin = /\p{L}/u.test(keyword) && !/[^\p{Script=Latin}\P{L}]/u.test(keyword);
    if (isLatin && !NO_SUBJECT.test(keyword.trim())) return [];
    return [
      {
        path: `picture.keywords[${index}]`,
        rule: 'keyword-script',
        message: `the keyword ${quoteExcerpt(keyword)} names no thing in English`,
      },
    ];
  });
}
