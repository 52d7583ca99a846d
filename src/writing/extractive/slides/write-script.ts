import type { Outline, OutlineSlide } from '../../../contract/schemas/outline.ts';
import type { NarrationSentence, SlideScript } from '../../../contract/schemas/slide-script.ts';
import type { SourceDocument } from '../../../contract/schemas/source-document.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import { assignSupports } from '../choosing/assign-supports.ts';
import type { ChosenMatter } from '../choosing/choose-matter.ts';
import type { WritingLanguage } from '../languages/writing-language.ts';
import { collectMatter } from '../matter/collect-matter.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { pointKey } from '../matter/point-key.ts';
import { keyTerms } from '../topics/key-terms.ts';
import { citeDocument } from '../wording/cite-document.ts';
import { setQuotes } from '../wording/set-typography.ts';
import { exhibitOf, type SharedMatter, type SlideWords, shareMatter } from './share-matter.ts';

const COVER_TERMS = 3;

type Spoken = Pick<SlideScript, 'exhibit' | 'points' | 'narration' | 'citations' | 'smallPrint'>;

const unsupported = (text: string): NarrationSentence => ({ text, supports: null });
const withMark = (text: string, { typography }: WritingLanguage): string =>
  /[.!?…।॥]["'”’»“‘)]*$/u.test(text) ? text : `${text}${typography.fullStop}`;
const speakOfTitles = (subject: 'lecture' | 'part', titles: readonly string[], matter: DocumentMatter): string | null =>
  matter.language.phrases.speakOfTitles(subject, titles, (all) => matter.language.titles.lower(all, matter.smallStems));

const passagesOf = (sentences: readonly MatterSentence[]): ReadonlySet<string> =>
  new Set(sentences.map((one) => one.passageId));

function citationsOf(used: ReadonlySet<string>, document: SourceDocument): SlideScript['citations'] {
  return document.passages
    .filter((passage) => used.has(passage.id))
    .map((passage) => ({ passageId: passage.id, place: passage.place }));
}

/** Headings that the document itself gave: statements made for the second part of a section are left out. */
function ownTitles(slides: readonly OutlineSlide[], document: SourceDocument, { titles }: WritingLanguage): string[] {
  const own = new Set(document.sections.map((section) => pointKey(section.title)));
  const isOwn = (slide: OutlineSlide): boolean => own.has(pointKey(slide.heading)) || titles.isComposed(slide.heading);
  return slides.filter((slide) => slide.role === 'content' && isOwn(slide)).map((slide) => slide.heading);
}

/** Titles of the highest headings that the document has more than one of; the one that sums up is the closing slide. */
function mainTitles(document: SourceDocument, outline: Outline, { typography }: WritingLanguage): string[] {
  const inClosing = new Set(
    outline.slides.filter((slide) => slide.role === 'closing').flatMap((slide) => slide.passageIds),
  );
  const held = new Set(outline.slides.flatMap((slide) => slide.passageIds));
  // What a person took away is not announced.
  const isTakenAway = (ids: readonly string[]): boolean => ids.length > 0 && !ids.some((id) => held.has(id));
  const shown = document.sections.filter(
    ({ passageIds }) => !isTakenAway(passageIds) && !passageIds.some((id) => inClosing.has(id)),
  );
  const level = [1, 2, 3, 4, 5, 6].find((one) => shown.filter((section) => section.level === one).length > 1);
  const titles = shown
    .filter((section) => level === undefined || section.level === level)
    .map((section) => setQuotes(section.title, typography.quotes));
  return [...new Set(titles)];
}

function speakCover(slide: OutlineSlide, outline: Outline, document: SourceDocument, matter: DocumentMatter): Spoken {
  const { language } = matter;
  const { phrases } = language;
  const lead = slide.passageIds.flatMap((id) => matter.byPassage.get(id) ?? []);
  const parts = outline.slides.filter((one) => one.role === 'section').map((one) => one.heading);
  const titles = parts.length > 0 ? parts : mainTitles(document, outline, matter.language);
  const terms = keyTerms(matter.sentences, matter, COVER_TERMS);
  const about = terms.length < 2 ? null : phrases.keyWords(terms);
  const overview = speakOfTitles('lecture', titles, matter) ?? about;
  const texts = [outline.title, ...(outline.subtitle === null ? [] : [outline.subtitle])].map((text) =>
    withMark(text, language),
  );
  return {
    exhibit: null,
    points: [],
    narration: [...texts, ...lead.map((one) => one.text), ...(overview === null ? [] : [overview])].map(unsupported),
    citations: citationsOf(passagesOf(lead), document),
    smallPrint: [phrases.madeFrom(document.name)],
  };
}

function speakSection(slide: OutlineSlide, outline: Outline, document: SourceDocument, matter: DocumentMatter): Spoken {
  const after = outline.slides.slice(outline.slides.findIndex((one) => one.id === slide.id) + 1);
  const end = after.findIndex((one) => one.role !== 'content');
  const overview = speakOfTitles(
    'part',
    ownTitles(after.slice(0, end === -1 ? undefined : end), document, matter.language),
    matter,
  );
  const texts = [withMark(slide.heading, matter.language), ...(overview === null ? [] : [overview])];
  return { exhibit: null, points: [], narration: texts.map(unsupported), citations: [], smallPrint: [] };
}

function speakContent(
  words: SlideWords | undefined,
  slide: OutlineSlide,
  document: SourceDocument,
  matter: DocumentMatter,
): Spoken {
  const narration = words?.narration ?? [];
  return {
    exhibit: words?.exhibit ?? null,
    points: [...(words?.points ?? [])],
    narration: narration.length > 0 ? [...narration] : [unsupported(withMark(slide.heading, matter.language))],
    citations: citationsOf(words?.passageIds ?? new Set(), document),
    smallPrint: [],
  };
}

function speakClosing(
  chosen: ChosenMatter,
  contentById: SharedMatter['contentById'],
  document: SourceDocument,
  matter: DocumentMatter,
): Spoken {
  const { phrases } = matter.language;
  const used = new Set([...contentById.values()].flatMap(({ passageIds }) => [...passageIds]));
  // It looks back over all sections, so none of them begins here.
  const spoken = new Set(chosen.spoken.flatMap(({ text, linkedText }) => [text, linkedText]));
  return {
    exhibit: null,
    points: chosen.points.map((point) => point.text),
    narration: [
      unsupported(phrases.recap(chosen.points.length)),
      ...assignSupports(chosen, '', matter).filter(({ text }) => spoken.has(text)),
    ],
    citations: citationsOf(passagesOf(chosen.spoken), document),
    smallPrint: [phrases.source(citeDocument(document, used, phrases.pages)), phrases.credit],
  };
}

const sharedByOutline = new WeakMap<Outline, { readonly matter: DocumentMatter; readonly shared: SharedMatter }>();

/** The same for all slides of a deck, so worked out once for an outline object. */
function sharedOf(outline: Outline, matter: DocumentMatter): SharedMatter {
  const known = sharedByOutline.get(outline);
  if (known !== undefined && known.matter === matter) return known.shared;
  const shared = shareMatter(outline.slides, matter);
  sharedByOutline.set(outline, { matter, shared });
  return shared;
}

function speak(slide: OutlineSlide, outline: Outline, document: SourceDocument): Spoken {
  const matter = collectMatter(document);
  const { role } = slide;
  switch (role) {
    case 'cover':
      return speakCover(slide, outline, document, matter);
    case 'section':
      return speakSection(slide, outline, document, matter);
    case 'content':
      return speakContent(sharedOf(outline, matter).contentById.get(slide.id), slide, document, matter);
    case 'closing': {
      const { closing, contentById } = sharedOf(outline, matter);
      return speakClosing(closing, contentById, document, matter);
    }
    default:
      return assertNever(role);
  }
}

/** A person who took slides away leaves less to look back on than the outline promised. */
function headingOf({ heading, role }: OutlineSlide, pointCount: number, { phrases }: WritingLanguage): string {
  const isPromise = role === 'closing' && [1, 2, 3].some((count) => phrases.thingsToRemember(count) === heading);
  return isPromise && pointCount > 0 ? phrases.thingsToRemember(pointCount) : heading;
}

/** Returns the script of one slide of an outline that was made from this document. */
export function writeScript(slide: OutlineSlide, outline: Outline, document: SourceDocument): SlideScript {
  const keywords = slide.pictureKeywords;
  const { language } = collectMatter(document);
  const spoken = speak(slide, outline, document);
  const wantsExhibit = exhibitOf(slide.layout) !== null;
  return {
    slideId: slide.id,
    // An outline that a person changed may ask for a table where there is none.
    layout: wantsExhibit && spoken.exhibit === null ? 'bullets' : slide.layout,
    heading: headingOf(slide, spoken.points.length, language),
    subtitle: slide.subtitle,
    picture:
      keywords === null || keywords.length === 0
        ? null
        : { keywords, altText: language.phrases.altText(slide.heading, keywords) },
    progress: slide.progress,
    ...spoken,
  };
}
