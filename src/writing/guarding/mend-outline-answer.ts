import type { OutlineAnswer } from '../answers/outline-answer.ts';
import { plainWords } from '../extractive/wording/content-stems.ts';
import { checkOutlineAnswer } from './check-outline-answer.ts';
import { saysTheSame } from './content-words.ts';
import type { OutlineContext } from './guarding-context.ts';
import { type Mended, type Problem, remedyOf } from './guarding-rules.ts';
import { describeChange, mendUntilSound, problemsByIndex } from './mend-until-sound.ts';
import { bareTitle } from './outlines/bare-title.ts';
import { sharePassages } from './outlines/share-passages.ts';
import { withoutIndices } from './slides/drop-shown.ts';
import { tidyMarkup } from './texts/tidy-markup.ts';

type PlannedSlide = OutlineAnswer['slides'][number];

const MOST_HEADING_WORDS = 10;

/**
 * Mends an outline with its own words: a heading gives way to what its slide covers, a claim to the heading; what two
 * slides cover, or a passage, stays with the first. Null when that leaves a slide without matter of its own.
 */
export function mendOutlineAnswer(answer: OutlineAnswer, context: OutlineContext): Mended<OutlineAnswer> | null {
  return mendUntilSound(answer, {
    check: (each) => checkOutlineAnswer(each, context),
    step: (each, problems) => {
      if (problems.some(({ rule }) => rule === 'markup')) return { answer: tidied(each), changes: [] };
      const grave = problems.filter((problem) => remedyOf(problem) === 'mend');
      if (grave.some(({ path }) => path === '')) return null;
      return mendFrame(each, grave) ?? mendSlides(each, grave, context) ?? mendShares(each, grave, context);
    },
  });
}

function tidied({ closing, slides, subtitle, title }: OutlineAnswer): OutlineAnswer {
  return {
    title: tidyMarkup(title, 'heading'),
    subtitle: tidyMarkup(subtitle, 'row'),
    slides: slides.map((slide) => ({
      ...slide,
      heading: tidyMarkup(slide.heading, 'heading'),
      claim: tidyMarkup(slide.claim, 'plan'),
      covers: slide.covers.map((cover) => tidyMarkup(cover, 'topic')),
    })),
    closing: tidyMarkup(closing, 'heading'),
  };
}

/** Title, subtitle, closing words; null when nothing is wrong with them, or nothing can be done about the title. */
function mendFrame(answer: OutlineAnswer, grave: readonly Problem[]): Mended<OutlineAnswer> | null {
  const ofPath = (path: string): Problem | undefined => grave.find((problem) => problem.path === path);
  const title = ofPath('title');
  if (title !== undefined) {
    const bare = bareTitle(answer.title);
    return bare === answer.title
      ? null
      : { answer: { ...answer, title: bare }, changes: [describeChange(title, 'its matter is the title')] };
  }
  const subtitle = ofPath('subtitle');
  if (subtitle !== undefined) {
    return { answer: { ...answer, subtitle: '' }, changes: [describeChange(subtitle, 'it was left out')] };
  }
  const closing = ofPath('closing');
  if (closing === undefined) return null;
  return { answer: { ...answer, closing: answer.title }, changes: [describeChange(closing, 'the title stands there')] };
}

/** The first slide whose heading or claim cannot stand; null for none. */
function mendSlides(
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
  { language }: OutlineContext,
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
    const other = headingFor(slide, index, slides, language);
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
  language: string,
): string | null {
  const claim = tidyMarkup(slide.claim, 'heading');
  const candidates = [...slide.covers, ...(plainWords(claim).length <= MOST_HEADING_WORDS ? [claim] : [])];
  const others = slides.filter((_, at) => at !== index).map(({ heading }) => heading);
  const found = candidates.find(
    (candidate) => ![slide.heading, ...others].some((heading) => saysTheSame(heading, candidate, language)),
  );
  return found === undefined ? null : `${found.charAt(0).toUpperCase()}${found.slice(1)}`;
}

/** What two slides have; null when a slide would be left without. */
function mendShares(
  answer: OutlineAnswer,
  grave: readonly Problem[],
  context: OutlineContext,
): Mended<OutlineAnswer> | null {
  const { slides } = answer;
  const shared = grave.find(({ rule }) => rule === 'passage-shared');
  if (shared !== undefined) {
    const apart = sharePassages(slides, context);
    return apart === null
      ? null
      : { answer: { ...answer, slides: apart }, changes: [describeChange(shared, 'it stays there')] };
  }
  const twice = grave.find(({ rule }) => rule === 'cover-twice');
  const [, slideAt, coverAt] = /^slides\[(\d+)\]\.covers\[(\d+)\]$/u.exec(twice?.path ?? '') ?? [];
  if (twice === undefined || slideAt === undefined) return null;
  const apart = uncover(slides, Number(slideAt), Number(coverAt), context.language);
  return apart === null
    ? null
    : { answer: { ...answer, slides: apart }, changes: [describeChange(twice, 'one slide keeps it')] };
}

/** Takes a cover from the later slide, or from the earlier one where it is all that the later one has. */
function uncover(
  slides: readonly PlannedSlide[],
  slideAt: number,
  coverAt: number,
  language: string,
): PlannedSlide[] | null {
  const later = slides[slideAt];
  const cover = later?.covers[coverAt];
  if (later === undefined || cover === undefined) return null;
  const isSame = (other: string): boolean => saysTheSame(other, cover, language);
  const ownerAt =
    later.covers.length > 1
      ? slideAt
      : slides.findIndex((slide, at) => at < slideAt && slide.covers.some(isSame) && slide.covers.length > 1);
  if (ownerAt !== -1) {
    const dropAt = ownerAt === slideAt ? coverAt : (slides[ownerAt]?.covers.findIndex(isSame) ?? -1);
    return slides.map((slide, at) =>
      at === ownerAt ? { ...slide, covers: withoutIndices(slide.covers, new Set([dropAt])) } : slide,
    );
  }
  const isFree = !slides.some(({ covers }) => covers.some((other) => saysTheSame(other, later.heading, language)));
  return isFree ? slides.map((slide, at) => (at === slideAt ? { ...slide, covers: [slide.heading] } : slide)) : null;
}
