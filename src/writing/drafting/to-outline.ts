import type { Outline, OutlineSlide } from '../../contract/schemas/outline.ts';
import type { OutlineAnswer } from '../answers/outline-answer.ts';
import type { TypographyRules } from '../extractive/languages/writing-language.ts';
import { slideId } from '../extractive/slides/slide-id.ts';
import { passagesOf } from '../prompts/name-passages.ts';
import type { LectureBrief } from '../writer.ts';
import { planWords } from './plan-words.ts';
import { setShown, setSpoken, typographyOf } from './set-model-text.ts';

type AnswerSlide = OutlineAnswer['slides'][number];

/**
 * Returns the outline that a model planned, with a cover before it, a slide before each section, and a closing slide
 * after it.
 */
export function toOutline(answer: OutlineAnswer, brief: LectureBrief, writer: string): Outline {
  const { language, minutes } = brief;
  const typography = typographyOf(language);
  const planned = { content: answer.slides.length, sections: answer.sections?.length ?? 0 };
  const words = planWords(planned, minutes, language);
  const title = setShown(answer.title, typography);
  const subtitle = setShown(answer.subtitle, typography) || null;
  const frame = (role: 'cover' | 'closing', heading: string): OutlineSlide => ({
    ...FRAME,
    id: slideId(`${role} ${title}`),
    role,
    layout: role,
    heading,
    subtitle: role === 'cover' ? subtitle : null,
    words: words[role],
  });
  const content = answer.slides.map((slide) => toSlide(slide, words.content, typography));
  const body = withSections(content, answer.sections ?? [], words.section, typography);
  const slides = [frame('cover', title), ...body, frame('closing', setShown(answer.closing, typography))];
  return { title, subtitle, language, writer, slides: mapPassages(withOwnIds(slides), brief) };
}

const FRAME = {
  claim: null,
  covers: [],
  pictureKeywords: null,
  passageIds: [],
  progress: null,
} satisfies Partial<OutlineSlide>;

function toSlide(slide: AnswerSlide, words: number, typography: TypographyRules): OutlineSlide {
  const heading = setShown(slide.heading, typography);
  const claim = setSpoken(slide.claim, typography);
  const hasPicture = slide.layout === 'bullets' && slide.picture;
  return {
    id: slideId(`${heading} ${claim}`),
    role: 'content',
    layout: hasPicture ? 'bullets-picture' : slide.layout,
    heading,
    subtitle: null,
    claim,
    covers: slide.covers.map((one) => one.trim()),
    words,
    // What it shows is the script's to say.
    pictureKeywords: hasPicture ? [] : null,
    passageIds: [...slide.passages],
    progress: null,
  };
}

/** Returns the slides with one before each section that opens it. */
function withSections(
  slides: readonly OutlineSlide[],
  sections: NonNullable<OutlineAnswer['sections']>,
  words: number,
  typography: TypographyRules,
): readonly OutlineSlide[] {
  if (sections.length === 0) return slides;
  const titles = sections.map(({ title }) => setShown(title, typography));
  let from = 0;
  return sections.flatMap((section, current) => {
    const heading = titles[current] ?? section.title;
    const own = slides.slice(from, from + section.slides);
    from += section.slides;
    const opening: OutlineSlide = {
      ...FRAME,
      id: slideId(`section ${heading}`),
      role: 'section',
      layout: 'section',
      heading,
      subtitle: null,
      words,
      progress: { titles, current },
    };
    return [opening, ...own];
  });
}

/** Two slides about the very same get the second id from the first, so that it does not hang on others. */
function withOwnIds(slides: readonly OutlineSlide[]): OutlineSlide[] {
  const taken = new Set<string>();
  return slides.map((slide) => {
    let { id } = slide;
    while (taken.has(id)) id = slideId(id);
    taken.add(id);
    return { ...slide, id };
  });
}

/** Short names become ids; each passage stays with the first slide that took it. */
function mapPassages(slides: readonly OutlineSlide[], { document }: LectureBrief): OutlineSlide[] {
  const ids = new Map(
    passagesOf(document, document?.passages.map(({ id }) => id) ?? []).map(({ name, passage }) => [name, passage.id]),
  );
  const taken = new Set<string>();
  return slides.map((slide) => {
    const passageIds = slide.passageIds.flatMap((name) => {
      const id = ids.get(name);
      if (id === undefined || taken.has(id)) return [];
      taken.add(id);
      return [id];
    });
    return { ...slide, passageIds };
  });
}
