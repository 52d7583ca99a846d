import { type BrokenLines, breakIntoLines } from './break-into-lines.ts';
import type { CaptionWord } from './list-caption-words.ts';
import { rateBreak } from './rate-break.ts';

const AUDIO_RATE_HZ = 48_000;
/** Shortest and longest time of a caption, and reading speed (Netflix timed text guide, adult programmes). */
export const SHORTEST_SAMPLES = (AUDIO_RATE_HZ * 5) / 6;
export const LONGEST_SAMPLES = AUDIO_RATE_HZ * 7;
export const GRAPHEMES_PER_SECOND = 17;

// Weights against those of rateBreak, found by reading captions of real narration.
const PER_CUE = 10;
// Eyes follow from line to line more easily than from caption to caption.
const CUE_BREAK_FACTOR = 1.3;
const SENTENCE_END_INSIDE = 45;
// A short question stands with what follows it, not after what it asks about.
const SHORT_SENTENCE_LAST = 10;
const SILENCE_INSIDE = 60;
const TOO_SHORT = 300;
const PER_GRAPHEME_TOO_FAST = 5;
const SCRAP = 14;
const SCRAP_GRAPHEMES = 16;
const LONG_SILENCE_SAMPLES = AUDIO_RATE_HZ;

/** The words of one caption, on their lines. */
export interface WordGroup {
  readonly words: readonly CaptionWord[];
  readonly lines: readonly string[];
  readonly graphemes: number;
}

interface Plan {
  readonly cost: number;
  readonly from: number;
  readonly broken: BrokenLines;
}

/** How badly the words `from` to `to` (exclusive) make a caption; Infinity when they cannot. */
function rateGroup(
  words: readonly CaptionWord[],
  from: number,
  to: number,
  broken: BrokenLines,
  limitSample: number,
): number {
  const [first, last, next] = [words[from], words[to - 1], words[to]];
  if (!first || !last) return Number.POSITIVE_INFINITY;
  if (to - from > 1 && last.endSample - first.startSample > LONGEST_SAMPLES) return Number.POSITIVE_INFINITY;
  const { graphemes } = broken;
  const available = Math.max(1, (next?.startSample ?? limitSample) - first.startSample);
  let cost = PER_CUE + broken.cost + (next ? CUE_BREAK_FACTOR * rateBreak(words, to) : 0);
  if (available < SHORTEST_SAMPLES) cost += TOO_SHORT * (1 - available / SHORTEST_SAMPLES);
  const pace = (graphemes * AUDIO_RATE_HZ) / available;
  cost += PER_GRAPHEME_TOO_FAST * Math.max(0, pace - GRAPHEMES_PER_SECOND);
  const isWholeSentence = last.endsSentence && (words[from - 1]?.endsSentence ?? true);
  if (!isWholeSentence && graphemes < SCRAP_GRAPHEMES) cost += SCRAP;
  for (let at = from; at < to - 1; at += 1) {
    if (words[at]?.endsSentence) cost += SENTENCE_END_INSIDE + (to - at <= at - from ? SHORT_SENTENCE_LAST : 0);
    const silence = (words[at + 1]?.startSample ?? 0) - (words[at]?.endSample ?? 0);
    if (silence > LONG_SILENCE_SAMPLES) cost += SILENCE_INSIDE;
  }
  return cost;
}

/**
 * Returns the words of one page in captions: every word once and in order, each group on at most two lines of 42
 * graphemes and at most 7 s long (save a single longer word), with the least total cost of all ways to cut. Short
 * sentences share a caption. `limitSample` is the end of the page.
 */
export function groupWords(words: readonly CaptionWord[], limitSample: number): WordGroup[] {
  const plans: (Plan | undefined)[] = [{ cost: 0, from: 0, broken: { lines: [], graphemes: 0, cost: 0 } }];
  for (let to = 1; to <= words.length; to += 1) {
    let best: Plan | undefined;
    for (let from = to - 1; from >= 0; from -= 1) {
      const broken = breakIntoLines(words, from, to);
      if (broken === null) break;
      const cost = (plans[from]?.cost ?? 0) + rateGroup(words, from, to, broken, limitSample);
      if (best === undefined || cost < best.cost) best = { cost, from, broken };
    }
    plans.push(best);
  }
  const groups: WordGroup[] = [];
  for (let to = words.length; to > 0; ) {
    const plan = plans[to];
    if (plan === undefined) throw new RangeError(`No caption can end with word ${to} of ${words.length}.`);
    groups.unshift({ words: words.slice(plan.from, to), lines: plan.broken.lines, graphemes: plan.broken.graphemes });
    to = plan.from;
  }
  return groups;
}
