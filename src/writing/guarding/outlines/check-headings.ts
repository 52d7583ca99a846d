import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { saysTheSame } from '../content-words.ts';
import type { OutlineContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { bareTitle } from './bare-title.ts';

/** The first slide of all may introduce. */
const OPENING = wordsOf({
  en: ['introduction', 'overview'],
  hi: ['परिचय', 'भूमिका'],
  de: ['einleitung', 'einführung', 'überblick'],
});
/** Cover and closing slide are there already. */
const FRAME = wordsOf({
  en: [
    ...['title', 'cover', 'agenda', 'outline', 'table of contents', 'conclusion', 'conclusions', 'summary', 'recap'],
    ...['review', 'closing', 'key takeaway', 'key takeaways', 'references', 'question', 'questions', 'q&a', 'q & a'],
    ...['thanks', 'thank you'],
  ],
  hi: ['निष्कर्ष', 'सारांश', 'उपसंहार', 'धन्यवाद', 'प्रश्न', 'संदर्भ', 'समापन'],
  de: [
    ...['gliederung', 'inhaltsverzeichnis', 'fazit', 'zusammenfassung', 'ausblick und fazit', 'fazit und ausblick'],
    ...['fragen', 'vielen dank'],
  ],
});

/**
 * Finds headings that are the same or belong to cover or closing slide, claims that are the same, and a title that is the
 * request.
 */
export function checkHeadings({ slides, title }: OutlineAnswer, { language }: OutlineContext): Problem[] {
  const instructs: Problem[] =
    bareTitle(title) === title
      ? []
      : [
          {
            path: 'title',
            rule: 'title-instructs',
            message: `the title ${quoteExcerpt(title)} is a request, not a title`,
          },
        ];
  return [
    ...instructs,
    ...slides.flatMap(({ claim, heading }, index): Problem[] => {
      const path = `slides[${index}].heading`;
      const before = slides.slice(0, index);
      const same = before.find((other) => saysTheSame(other.heading, heading, language))?.heading;
      const bare = bareHeading(heading);
      const isFrame = FRAME.has(bare) || (index > 0 && OPENING.has(bare));
      const claimed = before.find((other) => saysTheSame(other.claim, claim, language))?.heading;
      return [
        ...problemIf(
          same !== undefined,
          path,
          'same-heading',
          `the heading ${quoteExcerpt(heading)} says the same as ${quoteExcerpt(same ?? '')}`,
        ),
        ...problemIf(isFrame, path, 'frame-heading', `the heading ${quoteExcerpt(heading)} names no matter`),
        ...problemIf(
          claimed !== undefined,
          `slides[${index}].claim`,
          'same-claim',
          `the slide ${quoteExcerpt(heading)} claims the same as ${quoteExcerpt(claimed ?? '')}`,
        ),
      ];
    }),
  ];
}

const problemIf = (isSo: boolean, path: string, rule: Problem['rule'], message: string): Problem[] =>
  isSo ? [{ path, rule, message }] : [];

/** "A Summary." as the lists have it. */
const bareHeading = (heading: string): string =>
  heading
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[.!?]$/u, '')
    .replace(/^(?:an?|the|das|der|die|eine?) /u, '');

function wordsOf(lists: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> {
  return new Set(Object.values(lists).flat());
}
