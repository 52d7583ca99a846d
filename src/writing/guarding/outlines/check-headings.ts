import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { saysTheSame } from '../content-words.ts';
import type { OutlineContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { bareTitle } from './bare-title.ts';

/** Cover and closing slide are there already. The first slide of all may introduce. */
const OPENING = /^(?:an? )?(?:introduction|overview|einleitung|einführung|überblick|परिचय|भूमिका)$/iu;
const FRAME =
  /^(?:the )?(?:conclusions?|summary|agenda|outline|table of contents|thank you|thanks|questions?|q ?& ?a|references|recap|review|key takeaways?|closing|title|cover|fazit|zusammenfassung|ausblick und fazit|gliederung|inhaltsverzeichnis|vielen dank|fragen|निष्कर्ष|सारांश|धन्यवाद|प्रश्न|संदर्भ|समापन)[.!?]?$/iu;

/** Finds headings that are the same or belong to cover or closing slide, claims that are the same, and a title that is the request. */
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
      const isFrame = FRAME.test(heading.trim()) || (index > 0 && OPENING.test(heading.trim()));
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
