import type { OutlineSlide } from '../../../contract/schemas/outline.ts';
import { chooseDiverse } from '../choosing/choose-diverse.ts';
import { type ChosenMatter, candidatesOf, chooseMatter } from '../choosing/choose-matter.ts';
import { rankSentences } from '../choosing/rank-sentences.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { pointKey } from '../matter/point-key.ts';

const MAX_CLOSING_POINTS = 3;
/** A closing slide takes the same weight from every part of the document. */
const SAME_SECTION_PENALTY = 0.3;

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
}

/** What no slide shows as a row yet, neither its title; what the last slide says comes only when nothing else is left. */
function closingCandidates(
  slides: readonly SlideMatter[],
  contentById: ReadonlyMap<string, ChosenMatter>,
  matter: DocumentMatter,
): ClosingCandidate[] {
  const content = slides.filter((slide) => slide.role === 'content');
  const shown = new Set(
    [...contentById.values()].flatMap((chosen) => chosen.points.map((point) => pointKey(point.text))),
  );
  for (const slide of slides) shown.add(pointKey(slide.heading));
  const free = candidatesOf(matter.sentences, '').filter((row) => !shown.has(pointKey(row.point)));
  const lastSaid = new Set(contentById.get(content.at(-1)?.id ?? '')?.spoken.map((one) => one.index));
  const prose = free.filter((row) => row.one.kind !== 'table');
  const unsaid = prose.filter((row) => !lastSaid.has(row.one.index));
  return unsaid.length >= MAX_CLOSING_POINTS ? unsaid : prose.length > 0 ? prose : free;
}

function pickAcrossSections(rows: readonly ClosingCandidate[], matter: DocumentMatter): ChosenMatter {
  const weights = new Map(
    rankSentences(
      rows.map((row) => row.one),
      '',
      matter,
    ),
  );
  const picked: MatterSentence[] = [];
  while (picked.length < MAX_CLOSING_POINTS) {
    const [next] = chooseDiverse(
      rows.map((row) => row.one),
      picked,
      1,
      weights,
      matter,
    );
    if (next === undefined) break;
    picked.push(next);
    for (const { one } of rows) {
      if (one.sectionKey === next.sectionKey)
        weights.set(one.index, (weights.get(one.index) ?? 0) - SAME_SECTION_PENALTY);
    }
  }
  return chosenOf(rows.filter((row) => picked.includes(row.one)));
}

const chosenOf = (rows: readonly ClosingCandidate[]): ChosenMatter => ({
  points: rows.map((row) => ({ text: row.point, sentence: row.one })),
  spoken: rows.map((row) => row.one),
});

function chooseClosing(
  slides: readonly SlideMatter[],
  contentById: ReadonlyMap<string, ChosenMatter>,
  matter: DocumentMatter,
): ChosenMatter {
  const closing = slides.find((slide) => slide.role === 'closing');
  const own = closing === undefined ? [] : candidatesOf(sentencesOf(closing, matter), '');
  if (own.length === 0) return pickAcrossSections(closingCandidates(slides, contentById, matter), matter);
  const inOrder = own.length <= MAX_CLOSING_POINTS ? chosenOf(own) : pickAcrossSections(own, matter);
  return inOrder;
}

function chooseContent(
  slides: readonly SlideMatter[],
  matter: DocumentMatter,
  reserved: number | null,
): Map<string, ChosenMatter> {
  return new Map(
    slides
      .filter((slide) => slide.role === 'content')
      .map((slide) => [slide.id, chooseMatter(sentencesOf(slide, matter), slide.heading, matter, reserved)]),
  );
}

/**
 * Returns what each content slide shows and says, and what the closing slide repeats. A content slide depends on its own
 * passages alone, save in a document so short that one row has to be kept back for the closing slide.
 */
export function shareMatter(slides: readonly SlideMatter[], matter: DocumentMatter): SharedMatter {
  const contentById = chooseContent(slides, matter, null);
  const closing = chooseClosing(slides, contentById, matter);
  if (closing.points.length > 0) return { contentById, closing };
  const [fullest] = [...contentById].sort(
    ([idA, a], [idB, b]) => b.points.length - a.points.length || (idA < idB ? -1 : 1),
  );
  const kept = fullest?.[1].points.at(-1);
  if (kept === undefined) return { contentById, closing };
  return {
    contentById: chooseContent(slides, matter, kept.sentence.index),
    closing: { points: [kept], spoken: [kept.sentence] },
  };
}
