import { InputError } from '../../../contract/errors.ts';
import type { Outline, OutlineSlide } from '../../../contract/schemas/outline.ts';
import type { SourceDocument } from '../../../contract/schemas/source-document.ts';
import { candidatesOf, chooseMatter } from '../choosing/choose-matter.ts';
import { offerExhibits } from '../exhibits/offer-exhibits.ts';
import type { WritingLanguage } from '../languages/writing-language.ts';
import { collectMatter } from '../matter/collect-matter.ts';
import type { DocumentMatter } from '../matter/document-matter.ts';
import { pointKey } from '../matter/point-key.ts';
import { nameTopic } from '../topics/name-topic.ts';
import { planTopics, type TopicPlan } from '../topics/plan-topics.ts';
import type { Topic } from '../topics/topic.ts';
import { setQuotes } from '../wording/set-typography.ts';
import { chooseLayouts } from './choose-layouts.ts';
import { insertSectionSlides, listParts } from './insert-section-slides.ts';
import { LEFT_TO_MATTER } from './left-to-matter.ts';
import { pictureKeywords } from './picture-keywords.ts';
import { shareMatter } from './share-matter.ts';
import { slideId } from './slide-id.ts';

/** Cover and closing slide stand around the content. */
const FRAME_SLIDES = 2;

function contentSlides(topics: readonly Topic[], matter: DocumentMatter): OutlineSlide[] {
  const taken = new Set<string>();
  const drafts = topics.map((topic) => {
    const heading = nameTopic(topic, matter, taken);
    taken.add(pointKey(heading));
    const sentences = topic.passageIds.flatMap((id) => matter.byPassage.get(id) ?? []);
    const points = chooseMatter(sentences, heading, matter).points.map((point) => point.text);
    const keywords = pictureKeywords(heading, sentences, matter);
    const { passageIds } = topic;
    const parts = new Set(topic.headingPaths.map((path) => path[0]));
    return {
      part: parts.size === 1 ? (topic.headingPaths[0]?.[0] ?? null) : null,
      offers: offerExhibits({ heading, passageIds, sentences, matter }),
      id: slideId(topic.passageIds.join(' ')),
      heading,
      points,
      keywords,
      passageIds: [...topic.passageIds],
    };
  });
  const layouts = chooseLayouts(drafts);
  return drafts.map((draft, index) => {
    const chosen = layouts[index] ?? 'bullets';
    const layout = chosen === 'bullets-picture' && draft.keywords.length === 0 ? 'bullets' : chosen;
    return {
      id: draft.id,
      role: 'content',
      layout,
      heading: draft.heading,
      subtitle: null,
      pictureKeywords: layout === 'bullets-picture' ? draft.keywords : null,
      passageIds: draft.passageIds,
      ...LEFT_TO_MATTER,
      progress: null,
    };
  });
}

/** A long document in parts gets a slide before each part, paid for with content slides. */
function planWithParts(
  document: SourceDocument,
  matter: DocumentMatter,
  count: number,
): { plan: TopicPlan; parts: string[] } {
  const plain = planTopics(document, matter, count);
  const wanted = listParts(plain.topics);
  if (wanted.length === 0) return { plan: plain, parts: [] };
  const plan = planTopics(document, matter, count - wanted.length);
  const parts = listParts(plan.topics);
  return parts.length === 0 ? { plan: plain, parts } : { plan, parts };
}

function frameSlide(
  role: 'cover' | 'closing',
  heading: string,
  document: SourceDocument,
  passageIds: readonly string[],
  language: WritingLanguage,
): OutlineSlide {
  return {
    id: slideId(`${role} ${document.title}`),
    role,
    layout: role,
    heading,
    subtitle: role === 'cover' ? coverSubtitle(document, language) : null,
    pictureKeywords: null,
    passageIds: [...passageIds],
    ...LEFT_TO_MATTER,
    progress: null,
  };
}

const setTitle = (title: string, { typography }: WritingLanguage): string =>
  typography.joinUnits(setQuotes(title, typography.quotes));

const coverSubtitle = (document: SourceDocument, language: WritingLanguage): string | null =>
  document.subtitle === null ? null : setTitle(document.subtitle, language).replace(/(?<!\.)\.$|।$/u, '');

/** The closing slide promises as many things as it shows. */
function closingHeading(slides: readonly OutlineSlide[], matter: DocumentMatter): string {
  const count = shareMatter(slides, matter).closing.points.length;
  return matter.language.phrases.thingsToRemember(count);
}

/**
 * Returns the plan of a deck of about `slides` slides, cover and closing included; fewer when the matter is thin.
 * Throws DOCUMENT_TOO_THIN when the document has fewer than two sentences that can stand on a slide.
 */
export function planOutline(document: SourceDocument, slides: number, writer: string): Outline {
  const matter = collectMatter(document);
  const usable = candidatesOf(matter.sentences, '', matter.language).length;
  if (usable < 2) {
    throw new InputError(
      'DOCUMENT_TOO_THIN',
      `"${document.name}" has ${usable === 0 ? 'no sentence' : 'only one sentence'} that can stand on a slide; ` +
        'give a document with at least a few full sentences of prose.',
    );
  }
  const { plan, parts } = planWithParts(document, matter, Math.max(1, slides - FRAME_SLIDES));
  const content = contentSlides(plan.topics, matter);
  const title = setTitle(document.title, matter.language);
  const cover = frameSlide('cover', title, document, plan.coverPassageIds, matter.language);
  const draft = frameSlide('closing', title, document, plan.summaryPassageIds, matter.language);
  const closing = { ...draft, heading: closingHeading([cover, ...content, draft], matter) };
  return {
    title,
    subtitle: cover.subtitle,
    language: document.language,
    writer,
    slides: [cover, ...insertSectionSlides(content, plan.topics, parts, matter.language), closing],
  };
}
