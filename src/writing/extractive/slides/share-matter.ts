import type { Exhibit } from '../../../contract/schemas/exhibit.ts';
import type { LayoutFamily, OutlineSlide } from '../../../contract/schemas/outline.ts';
import type { NarrationSentence } from '../../../contract/schemas/slide-script.ts';
import { assignSupports } from '../choosing/assign-supports.ts';
import { chooseDiverse } from '../choosing/choose-diverse.ts';
import { type ChosenMatter, candidatesOf, chooseMatter } from '../choosing/choose-matter.ts';
import { rankSentences } from '../choosing/rank-sentences.ts';
import { draftExhibit } from '../exhibits/offer-exhibits.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { pointKey } from '../matter/point-key.ts';

const MAX_CLOSING_POINTS = 3;
/** A closing slide takes from every part of the lecture before it takes twice from one. */
const SAME_SLIDE_PENALTY = 0.6;
/** One item of a list says less than a sentence that stands alone. */
const LIST_ITEM_PENALTY = 0.3;
const MIN_ITEM_WORDS = 8;
const CLAIM_BONUS = 0.4;

export interface SharedMatter {
  readonly contentById: ReadonlyMap<string, SlideWords>;
  readonly closing: ChosenMatter;
}

type SlideMatter = Pick<OutlineSlide, 'id' | 'role' | 'layout' | 'heading' | 'passageIds'>;

/** What one slide shows and says. */
export interface SlideWords {
  readonly exhibit: Exhibit | null;
  readonly points: readonly string[];
  readonly narration: readonly NarrationSentence[];
  /** Passages that it shows or speaks. */
  readonly passageIds: ReadonlySet<string>;
  /** Rows that the closing slide may repeat: each was shown or said. */
  readonly memorable: ChosenMatter['points'];
}

const sentencesOf = (slide: SlideMatter, matter: DocumentMatter): MatterSentence[] =>
  slide.passageIds.flatMap((id) => matter.byPassage.get(id) ?? []);

const EXHIBIT_OF_LAYOUT: Readonly<Partial<Record<LayoutFamily, Exhibit['kind']>>> = {
  table: 'table',
  chart: 'chart',
  'big-number': 'big-number',
  quote: 'quote',
  definition: 'definition',
};

/** Returns the kind of exhibit that a layout shows; null for one of rows. */
export const exhibitOf = (layout: LayoutFamily): Exhibit['kind'] | null => EXHIBIT_OF_LAYOUT[layout] ?? null;

/** Returns what a content slide shows and says: the exhibit that its layout asks for, else rows. */
export function writeContent(slide: SlideMatter, matter: DocumentMatter): SlideWords {
  const sentences = sentencesOf(slide, matter);
  const kind = exhibitOf(slide.layout);
  const { heading, passageIds } = slide;
  const draft = kind === null ? null : draftExhibit(kind, { heading, passageIds, sentences, matter });
  if (draft !== null) {
    const { exhibit, points } = draft;
    const { narration, spoken } = draft.speak();
    return {
      exhibit,
      narration,
      points,
      passageIds: new Set([...draft.passageIds, ...spoken.map((one) => one.passageId)]),
      memorable: spoken.flatMap((one) => (one.point === null ? [] : [{ text: one.point, sentence: one }])),
    };
  }
  const chosen = chooseMatter(sentences, heading, matter);
  return {
    exhibit: null,
    narration: assignSupports(chosen, heading, matter),
    points: chosen.points.map((point) => point.text),
    passageIds: new Set(chosen.spoken.map((one) => one.passageId)),
    memorable: chosen.points,
  };
}

interface ClosingCandidate {
  readonly one: MatterSentence;
  readonly point: string;
  /** The slide that shows it: the closing slide takes the same weight from every slide. */
  readonly slideId: string;
}

/** Rows and headings that the slides show: what was never said cannot be remembered. Table rows only when all are. */
function shownRows(
  slides: readonly SlideMatter[],
  contentById: ReadonlyMap<string, SlideWords>,
  matter: DocumentMatter,
): ClosingCandidate[] {
  const rows = slides.flatMap((slide) => {
    const chosen = contentById.get(slide.id);
    if (chosen === undefined) return [];
    const headingKey = pointKey(slide.heading);
    const named = sentencesOf(slide, matter).find((one) => one.point !== null && pointKey(one.point) === headingKey);
    const shown = chosen.memorable
      .filter((point) => point.sentence !== named)
      .map((point) => ({ one: point.sentence, point: point.text, slideId: slide.id }));
    return named?.point == null ? shown : [{ one: named, point: named.point, slideId: slide.id }, ...shown];
  });
  const prose = rows.filter((row) => row.one.kind !== 'table');
  return prose.length > 0 ? prose : rows;
}

function pickAcrossSlides(rows: readonly ClosingCandidate[], count: number, matter: DocumentMatter): ChosenMatter {
  const sentences = rows.map((row) => row.one);
  const weights = new Map(
    [...rankSentences(sentences, matter.title, matter)].map(([index, weight]) => {
      const one = matter.sentences[index];
      const claim = one !== undefined && matter.language.weights.claim?.test(one.text) === true ? CLAIM_BONUS : 0;
      const isItem = one?.kind === 'list';
      const isScrap = isItem && one.wordCount < MIN_ITEM_WORDS;
      return [index, weight + claim - (isItem ? LIST_ITEM_PENALTY : 0) - (isScrap ? LIST_ITEM_PENALTY : 0)];
    }),
  );
  const picked: MatterSentence[] = [];
  while (picked.length < count) {
    const [next] = chooseDiverse(sentences, picked, 1, weights, matter);
    if (next === undefined) break;
    picked.push(next);
    const from = rows.find((row) => row.one === next)?.slideId;
    for (const row of rows) {
      if (row.slideId === from) weights.set(row.one.index, (weights.get(row.one.index) ?? 0) - SAME_SLIDE_PENALTY);
    }
  }
  const chosen = rows.filter((row) => picked.includes(row.one)).sort((a, b) => a.one.index - b.one.index);
  return {
    points: chosen.map((row) => ({ text: row.point, sentence: row.one })),
    spoken: chosen.map((row) => row.one),
  };
}

function chooseClosing(
  slides: readonly SlideMatter[],
  contentById: ReadonlyMap<string, SlideWords>,
  matter: DocumentMatter,
): ChosenMatter {
  const closing = slides.find((slide) => slide.role === 'closing');
  const own =
    closing === undefined
      ? []
      : candidatesOf(sentencesOf(closing, matter), '', matter.language).map((row) => ({ ...row, slideId: closing.id }));
  if (own.length > 0) return pickAcrossSlides(own, MAX_CLOSING_POINTS, matter);
  const rows = shownRows(slides, contentById, matter);
  const count = Math.min(MAX_CLOSING_POINTS, Math.max(1, Math.floor(rows.length / 2)));
  return pickAcrossSlides(rows, count, matter);
}

/**
 * Returns what each content slide shows and says, and what the closing slide repeats of it, or of the document's own
 * summary. A content slide depends on its own passages alone.
 */
export function shareMatter(slides: readonly SlideMatter[], matter: DocumentMatter): SharedMatter {
  const contentById = new Map(
    slides.filter((slide) => slide.role === 'content').map((slide) => [slide.id, writeContent(slide, matter)] as const),
  );
  return { contentById, closing: chooseClosing(slides, contentById, matter) };
}
