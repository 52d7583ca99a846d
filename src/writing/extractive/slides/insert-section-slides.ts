import type { OutlineSlide } from '../../../contract/schemas/outline.ts';
import type { WritingLanguage } from '../languages/writing-language.ts';
import { shortenTitle } from '../topics/name-topic.ts';
import type { Topic } from '../topics/topic.ts';
import { setQuotes } from '../wording/set-typography.ts';
import { LEFT_TO_MATTER } from './left-to-matter.ts';
import { slideId } from './slide-id.ts';

const MIN_CONTENT_SLIDES = 12;
/** The progress rules of a section slide have room for four. */
const MAX_PARTS = 4;

/** The part of the document that a topic belongs to, or null when it belongs to none or to two. */
function partOf(topic: Topic): string | null {
  const parts = new Set(topic.headingPaths.map((path) => path[0] ?? ''));
  return parts.size === 1 ? ([...parts][0] ?? null) : null;
}

/** Returns the titles of the parts in order, or an empty list when the deck is too short or not made of parts. */
export function listParts(topics: readonly Topic[]): string[] {
  const parts = topics.map(partOf);
  const titles = parts.filter((part, index) => part !== null && part !== parts[index - 1]);
  const isDivided =
    topics.length >= MIN_CONTENT_SLIDES &&
    !parts.includes(null) &&
    titles.length >= 2 &&
    titles.length <= MAX_PARTS &&
    new Set(titles).size === titles.length &&
    titles.every((title) => parts.filter((part) => part === title).length >= 2);
  return isDivided ? titles.filter((title) => title !== null) : [];
}

/** Returns the content slides with a section slide before each part. `slides` stand in the order of `topics`. */
export function insertSectionSlides(
  slides: readonly OutlineSlide[],
  topics: readonly Topic[],
  parts: readonly string[],
  language: WritingLanguage,
): OutlineSlide[] {
  if (parts.length === 0) return [...slides];
  const { joinUnits, quotes } = language.typography;
  const titles = parts.map((part) => joinUnits(setQuotes(shortenTitle(part, language), quotes)));
  let current = -1;
  return slides.flatMap((slide, index) => {
    const topic = topics[index];
    const part = topic === undefined ? null : partOf(topic);
    if (part === null || parts[current] === part) return [slide];
    current = parts.indexOf(part);
    const section: OutlineSlide = {
      id: slideId(`section ${part}`),
      role: 'section',
      layout: 'section',
      heading: titles[current] ?? part,
      subtitle: null,
      pictureKeywords: null,
      passageIds: [],
      ...LEFT_TO_MATTER,
      progress: { titles, current },
    };
    return [section, slide];
  });
}
