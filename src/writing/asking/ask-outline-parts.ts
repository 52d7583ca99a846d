import { allOrNone } from '../../platform/all-or-none.ts';
import type { OutlineAnswer } from '../answers/outline-answer.ts';
import type { NamedPassage } from '../prompts/name-passages.ts';
import { sumUsage } from '../sum-usage.ts';
import type { LectureBrief } from '../writer.ts';
import { type AskedOutline, askOutlineAnswer } from './ask-outline-answer.ts';
import type { ModelAsking } from './model-asking.ts';
import { shareOut } from './share-out.ts';

interface LongLecture {
  /** Of the whole lecture, cover and closing slide included. */
  readonly slides: number;
  readonly contentSlides: number;
  readonly parts: number;
  /** Whether each part is a section of the lecture. */
  readonly isDivided: boolean;
  /** Null for a topic alone. */
  readonly passages: readonly NamedPassage[] | null;
}

/**
 * Asks for an outline that is too long for one answer: for its parts first, then for the slides of all parts at once. A
 * document is shared out in its own order, so that no part needs to know the passages of another; its parts have no titles,
 * so they make no sections.
 */
export async function askOutlineParts(
  asking: ModelAsking,
  brief: LectureBrief,
  { contentSlides, isDivided, parts, passages, slides }: LongLecture,
  signal: AbortSignal,
): Promise<AskedOutline> {
  const sizes = shareOut(contentSlides, parts);
  const plan =
    passages === null
      ? await askOutlineAnswer(
          asking,
          brief,
          { contentSlides: parts, sections: null, slides, passages, part: 'parts' },
          signal,
        )
      : null;
  const asked = await allOrNone(
    sizes.map((size, index) => (ended: AbortSignal) => {
      const about = plan?.answer.slides[index] ?? null;
      const others = plan?.answer.slides.flatMap(({ heading }, at) => (at === index ? [] : [heading])) ?? [];
      const part = { number: index + 1, of: parts, about, others };
      const own = passages === null ? null : sliceOf(passages, index, parts);
      return askOutlineAnswer(
        asking,
        brief,
        { contentSlides: size, sections: null, slides, passages: own, part },
        ended,
      );
    }),
    signal,
  );
  const all = plan === null ? asked : [plan, ...asked];
  const [first] = all;
  if (first === undefined) throw new TypeError(`A lecture of ${contentSlides} slides has no part.`);
  const last = plan ?? asked.at(-1) ?? first;
  const titles = isDivided ? plan?.answer.slides.map(({ heading }) => heading) : undefined;
  const sections = titles?.map((title, index) => ({ title, slides: sizes[index] ?? 0 }));
  return {
    answer: { ...join(first.answer, last.answer, asked), ...(sections === undefined ? {} : { sections }) },
    changes: all.flatMap(({ changes }) => changes),
    isMended: all.some(({ isMended }) => isMended),
    usage: sumUsage(all.map(({ usage }) => usage)),
  };
}

function sliceOf(passages: readonly NamedPassage[], index: number, parts: number): readonly NamedPassage[] {
  return passages.slice(
    Math.floor((index * passages.length) / parts),
    Math.floor(((index + 1) * passages.length) / parts),
  );
}

/** Title of the whole, slides of all parts; a heading that two parts chose is told apart by what its slide covers. */
function join(first: OutlineAnswer, last: OutlineAnswer, asked: readonly AskedOutline[]): OutlineAnswer {
  const taken = new Set<string>();
  const slides = asked
    .flatMap(({ answer }) => answer.slides)
    .map((slide) => {
      const key = slide.heading.toLowerCase();
      const [cover] = slide.covers;
      const heading = taken.has(key) && cover !== undefined ? `${slide.heading}: ${cover}` : slide.heading;
      taken.add(heading.toLowerCase());
      return { ...slide, heading };
    });
  return { title: first.title, subtitle: first.subtitle, slides, closing: last.closing };
}
