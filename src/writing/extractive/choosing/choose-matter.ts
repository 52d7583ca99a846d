import type { WritingLanguage } from '../languages/writing-language.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { pointKey } from '../matter/point-key.ts';
import { forcePoint } from '../wording/cut-to-point.ts';
import { chooseDiverse } from './choose-diverse.ts';
import { rankSentences } from './rank-sentences.ts';

/** About 22 seconds of speech; a slide that is gone sooner cannot be read. */
const TARGET_WORDS = 55;
/** About 45 seconds; beyond that a still picture tires. */
const MAX_WORDS = 105;
const MIN_ROWS = 2;
const MAX_POINTS = 5;

export interface ChosenMatter {
  /** Rows in the order of their sentences. */
  readonly points: readonly { readonly text: string; readonly sentence: MatterSentence }[];
  /** What is spoken, in source order; every sentence stands after the one that it needs. */
  readonly spoken: readonly MatterSentence[];
}

/** Returns a sentence with all that it leans on, in source order. */
export function withNeeded(sentence: MatterSentence): MatterSentence[] {
  return sentence.needs === null ? [sentence] : [...withNeeded(sentence.needs), sentence];
}

function pointCount(candidateCount: number, sectionCount: number): number {
  const byMatter = candidateCount <= 3 ? candidateCount : candidateCount <= 5 ? 3 : 4;
  return Math.min(MAX_POINTS, candidateCount, Math.max(byMatter, sectionCount));
}

/** The heaviest candidate of each section, heaviest section first: no heading of the document goes without a row. */
function bestOfEachSection(
  candidates: readonly MatterSentence[],
  weights: ReadonlyMap<number, number>,
): MatterSentence[] {
  const best = new Map<string, MatterSentence>();
  const weigh = (one: MatterSentence): number => weights.get(one.index) ?? 0;
  for (const one of candidates) {
    const held = best.get(one.sectionKey);
    if (held === undefined || weigh(one) > weigh(held)) best.set(one.sectionKey, one);
  }
  return [...best.values()].sort((a, b) => weigh(b) - weigh(a) || a.index - b.index);
}

/** A short list is shown whole or judged row by row: three kinds of four would be a wrong slide. */
const MIN_LIST_ROWS = 2;

/**
 * Rows of the first short list or table whose every item can be a row, together with the lists right after it as long as
 * all fit; an item that is the heading already needs no row. Empty when there is none.
 */
function wholeList(candidates: readonly MatterSentence[], heading: string, matter: DocumentMatter): MatterSentence[] {
  const ids = [
    ...new Set(candidates.filter((one) => one.kind === 'list' || one.kind === 'table').map((one) => one.passageId)),
  ];
  const headingKey = pointKey(heading);
  let whole: MatterSentence[] = [];
  for (const id of ids) {
    const items = (matter.byPassage.get(id) ?? []).filter(
      (one) => one.point === null || pointKey(one.point) !== headingKey,
    );
    if (!items.every((item) => candidates.includes(item)) || whole.length + items.length > MAX_POINTS) continue;
    whole = [...whole, ...items];
  }
  return whole.length >= MIN_LIST_ROWS ? whole : [];
}

class SpokenSet {
  readonly #indices = new Set<number>();
  #wordCount = 0;

  add(sentence: MatterSentence): void {
    for (const one of withNeeded(sentence)) {
      if (this.#indices.has(one.index)) continue;
      this.#indices.add(one.index);
      this.#wordCount += one.wordCount;
    }
  }

  wordCountWith(sentence: MatterSentence): number {
    return withNeeded(sentence).reduce(
      (sum, one) => sum + (this.#indices.has(one.index) ? 0 : one.wordCount),
      this.#wordCount,
    );
  }

  get wordCount(): number {
    return this.#wordCount;
  }

  has(sentence: MatterSentence): boolean {
    return this.#indices.has(sentence.index);
  }
}

/** Adds what the points leave unsaid: silent sections first, then the heaviest sentences up to half a minute. */
function fillSpoken(
  spoken: SpokenSet,
  sentences: readonly MatterSentence[],
  weights: ReadonlyMap<number, number>,
): void {
  const byWeight = [...sentences].sort(
    (a, b) => (weights.get(b.index) ?? 0) - (weights.get(a.index) ?? 0) || a.index - b.index,
  );
  const voiced = new Set(sentences.filter((one) => spoken.has(one)).map((one) => one.sectionKey));
  for (const one of byWeight) {
    if (voiced.has(one.sectionKey)) continue;
    if (one.announcesList || one.isRepeat) continue;
    if (spoken.wordCountWith(one) > MAX_WORDS) continue;
    voiced.add(one.sectionKey);
    spoken.add(one);
  }
  for (const one of byWeight) {
    if (spoken.wordCount >= TARGET_WORDS) break;
    if (!one.isQuestion && !one.announcesList && !one.isRepeat && spoken.wordCountWith(one) <= MAX_WORDS)
      spoken.add(one);
  }
  // "There are four kinds:" is true only when all four follow.
  sentences.forEach((one, at) => {
    const items = sentences.slice(at + 1).filter((item) => item.passageId === sentences[at + 1]?.passageId);
    const isKept = items.length > 0 && items[0]?.kind === 'list' && items.every((item) => spoken.has(item));
    if (one.announcesList && isKept) spoken.add(one);
  });
  // A question is worth asking when its answer follows.
  sentences.forEach((one, at) => {
    const next = sentences[at + 1];
    const isAnswered = next !== undefined && next.passageId === one.passageId && spoken.has(next);
    if (one.isQuestion && isAnswered && spoken.wordCountWith(one) <= MAX_WORDS) spoken.add(one);
  });
}

/** Sentences that can be rows; when there are none, sentences cut by force. */
export function candidatesOf(
  sentences: readonly MatterSentence[],
  heading: string,
  language: WritingLanguage,
): { one: MatterSentence; point: string }[] {
  const headingKey = pointKey(heading);
  const ready = sentences.flatMap((one) => (one.point === null ? [] : [{ one, point: one.point }]));
  const fresh = ready.filter(({ point }) => pointKey(point) !== headingKey);
  if (fresh.length > 0) return fresh;
  const forced = sentences
    .filter((one) => one.point === null && !one.isRepeat)
    .flatMap((one) => {
      const point = forcePoint(one.text, language);
      return point === null || pointKey(point) === headingKey ? [] : [{ one, point }];
    });
  return forced.length > 0 ? forced : ready;
}

/**
 * Returns the rows of a slide and what is said to them, from the sentences of its passages in source order. `shown` is a
 * sentence that is said in any case.
 */
export function chooseMatter(
  sentences: readonly MatterSentence[],
  heading: string,
  matter: DocumentMatter,
  shown: MatterSentence | null = null,
): ChosenMatter {
  const weights = rankSentences(sentences, heading, matter);
  const rows = candidatesOf(sentences, heading, matter.language);
  const candidates = rows.map((row) => row.one);
  const sections = bestOfEachSection(candidates, weights);
  const list = sections.length > 1 ? [] : wholeList(candidates, heading, matter);
  const usual = pointCount(candidates.length, sections.length);
  const count =
    list.length > 0 && candidates.length > list.length
      ? Math.max(usual, list.length + 1)
      : Math.max(usual, list.length);
  const first = sections.length > 1 ? sections.slice(0, count) : list;
  const chosen = [
    ...first,
    ...chooseDiverse(candidates, first, Math.min(MAX_POINTS, count) - first.length, weights, matter),
  ];
  const spoken = new SpokenSet();
  if (shown !== null) spoken.add(shown);
  const kept = chosen.filter((one, at) => {
    const fits = at < MIN_ROWS || spoken.wordCountWith(one) <= MAX_WORDS;
    if (fits) spoken.add(one);
    return fits;
  });
  const points = rows.filter((row) => kept.includes(row.one)).map((row) => ({ text: row.point, sentence: row.one }));
  fillSpoken(spoken, sentences, weights);
  return { points, spoken: sentences.filter((one) => spoken.has(one)) };
}
