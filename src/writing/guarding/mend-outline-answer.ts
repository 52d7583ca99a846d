import type { OutlineAnswer } from '../answers/outline-answer.ts';
import { checkOutlineAnswer } from './check-outline-answer.ts';
import type { OutlineContext } from './guarding-context.ts';
import { type Mended, type Problem, remedyOf } from './guarding-rules.ts';
import { mendUntilSound } from './mend-until-sound.ts';
import { mendFrame } from './outlines/mend-frame.ts';
import { mendLengths } from './outlines/mend-lengths.ts';
import { mendPlannedSlides } from './outlines/mend-planned-slides.ts';
import { mendSectionTitles } from './outlines/mend-section-titles.ts';
import { mendShares } from './outlines/mend-shares.ts';
import { tidyMarkup } from './texts/tidy-markup.ts';

/**
 * Mends an outline with its own words: a heading gives way to what its slide covers, a claim to the heading, the title
 * of a section to the heading of its first slide; one that is too long is cut where a clause ends; what two slides
 * cover, or a passage, stays with the first. Null when that leaves a slide without matter of its own, and for a heading
 * in which the model got stuck: what stands around it is no better.
 */
export function mendOutlineAnswer(answer: OutlineAnswer, context: OutlineContext): Mended<OutlineAnswer> | null {
  return mendUntilSound(answer, {
    check: (each) => checkOutlineAnswer(each, context),
    step: (each, problems) => {
      if (problems.some(({ rule }) => rule === 'markup')) return { answer: tidied(each, context), changes: [] };
      const grave = problems.filter((problem) => remedyOf(problem) === 'mend');
      if (grave.some(isBeyondMending)) return null;
      return (
        mendLengths(each, problems, context) ??
        mendFrame(each, grave) ??
        mendPlannedSlides(each, grave, context) ??
        mendSectionTitles(each, grave) ??
        mendShares(each, grave, context)
      );
    },
  });
}

const isBeyondMending = ({ path, rule }: Problem): boolean =>
  path === '' || (rule === 'stuck' && /^(?:title|slides\[\d+\]\.heading)$/u.test(path));

function tidied(
  { closing, sections, slides, subtitle, title }: OutlineAnswer,
  { given }: OutlineContext,
): OutlineAnswer {
  return {
    title: tidyMarkup(title, 'heading', given),
    subtitle: tidyMarkup(subtitle, 'row', given),
    slides: slides.map((slide) => ({
      ...slide,
      heading: tidyMarkup(slide.heading, 'heading', given),
      claim: tidyMarkup(slide.claim, 'plan', given),
      covers: slide.covers.map((cover) => tidyMarkup(cover, 'topic', given)),
    })),
    closing: tidyMarkup(closing, 'heading', given),
    ...(sections === undefined
      ? {}
      : { sections: sections.map((section) => ({ ...section, title: tidyMarkup(section.title, 'heading', given) })) }),
  };
}
