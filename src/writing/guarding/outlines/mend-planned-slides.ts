import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { plainWords } from '../../extractive/wording/content-stems.ts';
import { saysTheSame } from '../content-words.ts';
import type { OutlineContext } from '../guarding-context.ts';
import type { Mended, Problem } from '../guarding-rules.ts';
import { describeChange, problemsByIndex } from '../mend-until-sound.ts';
import { tidyMarkup } from '../texts/tidy-markup.ts';
import { withoutIndices } from '../without-indices.ts';

type PlannedSlide = OutlineAnswer['slides'][number];

const MOST_HEADING_WORDS = 10;

/** Mends the first slide whose heading, claim or covers cannot stand; null for none. */
export function mendPlannedSlides(
  { slides, ...frame }: OutlineAnswer,
  grave: readonly Problem[],
  context: OutlineContext,
): Mended<OutlineAnswer> | null {
  for (const [index, problem] of problemsByIndex(grave, 'slides')) {
    const slide = slides[index];
    if (slide === undefined) continue;
    const mended = mendSlide(slide, index, grave, slides, context);
    if (mended === null) continue;
    const answer = { ...frame, slides: slides.map((each, at) => (at === index ? mended.slide : each)) };
    return { answer, changes: [describeChange(mended.problem ?? problem, mended.done)] };
  }
  return null;
}

function mendSlide(
  slide: PlannedSlide,
  index: number,
  grave: readonly Problem[],
  slides: readonly PlannedSlide[],
  context: OutlineContext,
): { readonly slide: PlannedSlide; readonly problem: Problem | undefined; readonly done: string } | null {
  const ofField = (field: string): Problem | undefined =>
    grave.find(({ path }) => path === `slides[${index}].${field}`);
  const covers = problemsByIndex(
    grave.filter(({ rule }) => rule !== 'cover-twice'),
    `slides[${index}].covers`,
  );
  if (covers.size > 0) {
    const left = withoutIndices(slide.covers, new Set(covers.keys()));
    const [problem] = covers.values();
    return { slide: { ...slide, covers: left.length > 0 ? left : [slide.heading] }, problem, done: 'it was left out' };
  }
  const heading = ofField('heading');
  if (heading !== undefined) {
    const other = headingFor(slide, index, slides, context);
    return other === null
      ? null
      : { slide: { ...slide, heading: other }, problem: heading, done: 'what the slide covers is its heading' };
  }
  const claim = ofField('claim');
  if (claim === undefined || slide.claim === slide.heading) return null;
  return { slide: { ...slide, claim: slide.heading }, problem: claim, done: 'the heading stands for it' };
}

/** What the slide covers, else what it claims where that is short; never the heading of another slide. */
function headingFor(
  slide: PlannedSlide,
  index: number,
  slides: readonly PlannedSlide[],
  { given, language }: OutlineContext,
): string | null {
  const claim = tidyMarkup(slide.claim, 'heading', given);
  const candidates = [...slide.covers, ...(plainWords(claim).length <= MOST_HEADING_WORDS ? [claim] : [])];
  const others = slides.filter((_, at) => at !== index).map(({ heading }) => heading);
  const found = candidates.find(
    (candidate) => ![slide.heading, ...others].some((heading) => saysTheSame(heading, candidate, language)),
  );
  return found === undefined ? null : `${found.charAt(0).toUpperCase()}${found.slice(1)}`;
}
