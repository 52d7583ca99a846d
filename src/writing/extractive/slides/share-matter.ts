import type { OutlineSlide } from '../../../contract/schemas/outline.ts';
import { chooseDiverse } from '../choosing/choose-diverse.ts';
import { type ChosenMatter, candidatesOf, chooseMatter } from '../choosing/choose-matter.ts';
import { rankSentences } from '../choosing/rank-sentences.ts';
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
  readonly contentById: ReadonlyMap<string, ChosenMatter>;
  readonly closing: ChosenMatter;
}

type SlideMatter = Pick<OutlineSlide, 'id' | 'role' | 'heading' | 'passageIds'>;

const sentencesOf = (slide: SlideMatter, matter: DocumentMatter): MatterSentence[] =>
  slide.passageIds.flatMap((id) => matter.byPassage.get(id) ?? []);

interface ClosingCandidate {
  readonly one: MatterSentence;
  readonly point: string;
  /** The slide that shows it: the closing slide takes the same weight from every slide. */
  readonly slideId: string;
}

/** Rows and headings that the slides show: what was never said cannot be remembered. Table rows only when all are. */
function shownRows(
  slides: readonly SlideMatter[],
  contentById: ReadonlyMap<string, ChosenMatter>,
  matter: DocumentMatter,
): ClosingCandidate[] {
  const rows = slides.flatMap((slide) => {
    const chosen = contentById.get(slide.id);
    if (chosen === undefined) return [];
    const headingKey = pointKey(slide.heading);
    const named = sentencesOf(slide, matter).find((one) => one.point !== null && pointKey(one.point) === headingKey);
    const shown = chosen.points.map((point) => ({ one: point.sentence, point: point.text, slideId: slide.id }));
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
  contentById: ReadonlyMap<string, ChosenMatter>,
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
    slides
      .filter((slide) => slide.role === 'content')
      .map((slide) => [slide.id, chooseMatter(sentencesOf(slide, matter), slide.heading, matter)] as const),
  );
  return { contentById, closing: chooseClosing(slides, contentById, matter) };
}
