import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';
import type { Rule } from '../finding.ts';
import { contentSlides } from './content-slides.ts';
import { wordsOf } from './words-of.ts';

/** A section with fewer words has hardly a sentence that stands alone. */
const MIN_SECTION_WORDS = 25;
/** So many sections can share one slide. */
const SECTIONS_OF_A_SLIDE = 2;

interface TopSection {
  readonly title: string;
  readonly passageIds: readonly string[];
  readonly wordCount: number;
}

/** The headings that divide the document: the highest level that has more than one. */
function listTopSections({ sections, passages }: SourceDocument): TopSection[] {
  const level = [1, 2, 3, 4, 5, 6].find((one) => sections.filter((section) => section.level === one).length > 1);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return sections
    .filter((section) => section.level === level)
    .map(({ title, headingPath }) => {
      const below = sections.filter((one) => headingPath.every((part, at) => one.headingPath[at] === part));
      const passageIds = below.flatMap((one) => one.passageIds);
      const text = passageIds.map((id) => byId.get(id)?.text ?? '').join(' ');
      return { title, passageIds, wordCount: wordsOf(text).length };
    })
    .filter(({ wordCount }) => wordCount >= MIN_SECTION_WORDS);
}

/** Every section speaks; where a document has far more sections than slides, each tenth part of it does. */
export const judgeCoverage: Rule = (lecture) => {
  const { document, scripts } = lecture;
  const cited = new Set(scripts.flatMap(({ citations }) => citations.map(({ passageId }) => passageId)));
  const content = contentSlides(lecture);
  const silentSlides = content
    .filter(({ script }) => script.citations.length === 0)
    .map(({ number, script }) => ({ slide: number, text: `cites nothing: ${script.heading}` }));
  const top = listTopSections(document);
  if (top.length <= content.length * SECTIONS_OF_A_SLIDE) {
    const silent = top.filter(({ passageIds }) => !passageIds.some((id) => cited.has(id)));
    return [...silentSlides, ...silent.map(({ title }) => ({ slide: null, text: `no slide speaks of "${title}"` }))];
  }
  const tenth = Math.ceil(document.passages.length / 10);
  const parts = Array.from({ length: 10 }, (_, part) => document.passages.slice(part * tenth, (part + 1) * tenth));
  const silent = parts.flatMap((part, index) =>
    part.length === 0 || part.some(({ id }) => cited.has(id)) ? [] : [index + 1],
  );
  return [
    ...silentSlides,
    ...silent.map((part) => ({ slide: null, text: `no slide speaks of tenth ${part} of the document` })),
  ];
};
