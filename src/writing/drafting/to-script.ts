import type { LayoutFamily, OutlineSlide } from '../../contract/schemas/outline.ts';
import type { NarrationSentence, SlideScript } from '../../contract/schemas/slide-script.ts';
import { splitSentences } from '../../narration/split-sentences.ts';
import type { SlideAnswer } from '../answers/slide-answer.ts';
import type { TypographyRules } from '../extractive/languages/writing-language.ts';
import { type NamedPassage, passagesOf } from '../prompts/name-passages.ts';
import type { SlideToWrite } from '../writer.ts';
import { setShown, setSpoken, typographyOf } from './set-model-text.ts';
import { smallPrint } from './small-print.ts';
import { toExhibit } from './to-exhibit.ts';

/**
 * Returns a slide as a model wrote it as the script that the deck is made of. Heading and subtitle are those of the
 * outline, which somebody may have edited and approved.
 */
export function toScript(answer: SlideAnswer, { brief, outline, slide }: SlideToWrite): SlideScript {
  const { language } = outline;
  const typography = typographyOf(language);
  const cited = passagesOf(brief.document, slide.passageIds).filter(({ name }) => answer.citations?.includes(name));
  const citations = cited.map(({ passage }) => ({ passageId: passage.id, place: passage.place }));
  const instead = toExhibit({ answer, language, typography, place: placeOf(cited) });
  const points = instead?.points ?? (answer.points ?? []).map((point) => setShown(point, typography));
  return {
    slideId: slide.id,
    layout: layoutOf(slide, instead !== null),
    heading: slide.heading,
    subtitle: slide.subtitle,
    points: [...points],
    exhibit: instead?.exhibit ?? null,
    picture: toPicture(answer, slide, typography),
    ...(answer.keywords === undefined ? {} : { iconWords: answer.keywords.map((keyword) => keyword.trim()) }),
    narration: toNarration(answer, points.length, language, typography),
    citations,
    progress: slide.progress,
    smallPrint: smallPrint(slide.role, brief, outline),
  };
}

/** Figures come from the table among the passages, not from the sentence that leads it in. */
function placeOf(cited: readonly NamedPassage[]): string {
  const source = cited.find(({ passage }) => passage.kind === 'table') ?? cited[0];
  return source?.passage.place ?? '';
}

/** A slide whose matter did not bear its layout shows rows. */
function layoutOf({ layout, pictureKeywords, role }: OutlineSlide, hasExhibit: boolean): LayoutFamily {
  if (role !== 'content' || hasExhibit) return layout;
  return pictureKeywords === null ? 'bullets' : 'bullets-picture';
}

/** The words of an outline that somebody edited come before the model's. */
function toPicture(
  { picture }: SlideAnswer,
  { pictureKeywords }: OutlineSlide,
  typography: TypographyRules,
): SlideScript['picture'] {
  if (pictureKeywords === null || picture === undefined) return null;
  const keywords = pictureKeywords.length > 0 ? pictureKeywords : picture.keywords.map((keyword) => keyword.trim());
  return { keywords: [...keywords], altText: setSpoken(picture.shows, typography) };
}

/** A model puts two sentences into one at times: each is spoken, tagged and captioned for itself. */
function toNarration(
  { narration }: SlideAnswer,
  points: number,
  language: string,
  typography: TypographyRules,
): NarrationSentence[] {
  return narration.flatMap(({ supports, text }) =>
    splitSentences(setSpoken(text, typography), language).map((sentence) => ({
      text: setSpoken(sentence, typography),
      supports: supports === null || supports < 1 || supports > points ? null : supports - 1,
    })),
  );
}
