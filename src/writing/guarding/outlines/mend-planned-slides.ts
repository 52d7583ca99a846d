import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { plainWords } from '../../extractive/wording/content-stems.ts';
import { saysTheSame } from '../content-words.ts';
import type { OutlineContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { problemsByIndex } from '../mend-until-sound.ts';
import { type Change, changeOf, type MendStep } from '../telling/change.ts';
import { tidyMarkup } from '../texts/tidy-markup.ts';
import { withoutIndices } from '../without-indices.ts';

type PlannedSlide = OutlineAnswer['slides'][number];

const MOST_HEADING_WORDS = 10;

/** Mends the first slide whose heading, claim or covers cannot stand; null for none. */
export function mendPlannedSlides(
  { slides, ...frame }: OutlineAnswer,
  grave: readonly Problem[],
  context: OutlineContext,
): MendStep<OutlineAnswer> | null {
  for (const index of problemsByIndex(grave, 'slides').keys()) {
    const slide = slides[index];
    if (slide === undefined) continue;
    const mended = mendSlide(slide, index, grave, slides, context);
    if (mended === null) continue;
    const answer = { ...frame, slides: slides.map((each, at) => (at === index ? mended.slide : each)) };
    return { answer, changes: mended.changes };
  }
  return null;
}

function mendSlide(
  slide: PlannedSlide,
  index: number,
  grave: readonly Problem[],
  slides: readonly PlannedSlide[],
  context: OutlineContext,
): { readonly slide: PlannedSlide; readonly changes: readonly Change[] } | null {
  const ofField = (field: string): Problem | undefined =>
    grave.find(({ path }) => path === `slides[${index}].${field}`);
  const covers = problemsByIndex(
    grave.filter(({ rule }) => rule !== 'cover-twice'),
    `slides[${index}].covers`,
  );
  if (covers.size > 0) {
    const left = withoutIndices(slide.covers, new Set(covers.keys()));
    const changes = [...covers.values()].map((problem) => changeOf(problem, 'left-out'));
    return { slide: { ...slide, covers: left.length > 0 ? left : [slide.heading] }, changes };
  }
  const heading = ofField('heading');
  if (heading !== undefined) {
    const other = headingFor(slide, index, slides, context);
    return other === null
      ? null
      : {
          slide: { ...slide, heading: other },
          changes: [changeOf(heading, 'gave way to what the slide covers', other)],
        };
  }
  const claim = ofField('claim');
  if (claim === undefined || slide.claim === slide.heading) return null;
  const changes = [changeOf(claim, 'gave way to the heading', slide.heading)];
  return { slide: { ...slide, claim: slide.heading }, changes };
}

/** What the slide covers, else what it claims where that is short; never the heading of another slide. */
function headingFor(
  slide: PlannedSlide,
  index: number,
  slides: readonly PlannedSlide[],
  { given, language }: OutlineContext,
): string | null {
  const claim = tidyMarkup(slide.claim, 'heading', given);
  const candidates = [...slide.covers, claim].filter((text) => plainWords(text).length <= MOST_HEADING_WORDS);
  const others = slides.filter((_, at) => at !== index).map(({ heading }) => heading);
  const found = candidates.find(
    (candidate) => ![slide.heading, ...others].some((heading) => saysTheSame(heading, candidate, language)),
  );
  return found === undefined ? null : `${found.charAt(0).toUpperCase()}${found.slice(1)}`;
}
