import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { saysTheSame } from '../content-words.ts';
import type { OutlineContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { changeOf, type MendStep } from '../telling/change.ts';
import { withoutIndices } from '../without-indices.ts';
import { sharePassages } from './share-passages.ts';

type PlannedSlide = OutlineAnswer['slides'][number];

/** Gives what two slides have to one of them; null when a slide would be left without. */
export function mendShares(
  answer: OutlineAnswer,
  grave: readonly Problem[],
  context: OutlineContext,
): MendStep<OutlineAnswer> | null {
  const { slides } = answer;
  const shared = grave.find(({ rule }) => rule === 'passage-shared');
  if (shared !== undefined) {
    const apart = sharePassages(slides, context);
    return apart === null ? null : { answer: { ...answer, slides: apart }, changes: [changeOf(shared, 'left-out')] };
  }
  const twice = grave.find(({ rule }) => rule === 'cover-twice');
  const [, slideAt, coverAt] = /^slides\[(\d+)\]\.covers\[(\d+)\]$/u.exec(twice?.path ?? '') ?? [];
  if (twice === undefined || slideAt === undefined) return null;
  const apart = uncover(slides, Number(slideAt), Number(coverAt), context.language);
  return apart === null ? null : { answer: { ...answer, slides: apart }, changes: [changeOf(twice, 'left-out')] };
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
