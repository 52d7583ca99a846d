import type { TimedSentence } from '../contract/schemas/timeline.ts';

/** How long a page stays after its last word before the next one comes (a breath; the eye follows the voice). */
const STAY_SECONDS = 0.25;

const AUDIO_RATE_HZ = 48_000;

/** Where one page of a slide lies, in frames from the start of the slide. */
export interface PageSpan {
  readonly startFrame: number;
  /** Exclusive. */
  readonly endFrame: number;
}

/** The frame on which the slide turns from the page that ends with `before` to the page that starts with `after`. */
function findTurnFrame(before: TimedSentence, after: TimedSentence, samplesPerFrame: number): number {
  const firstWordFrame = Math.floor(after.startSample / samplesPerFrame);
  const preferred = Math.ceil((before.endSample + STAY_SECONDS * AUDIO_RATE_HZ) / samplesPerFrame);
  // Too little silence: the new page comes with its first word, never later.
  return Math.min(preferred, firstWordFrame);
}

/**
 * Returns the span of each page of a slide: whole frames, in order, without gap, none empty, turning in the silence
 * before a page's first sentence. Pages without a sentence share the time of the page before them in equal parts.
 * `frameCount` is at least the number of pages.
 */
export function placePages(
  sentences: readonly TimedSentence[],
  pageOfSentence: readonly number[],
  slide: { readonly pageCount: number; readonly frameCount: number; readonly samplesPerFrame: number },
): PageSpan[] {
  const { pageCount, frameCount, samplesPerFrame } = slide;
  // Where a spoken page starts; undefined for pages without a sentence.
  const turns = new Map<number, number>();
  sentences.forEach((sentence, index) => {
    const page = pageOfSentence[index] ?? 0;
    const before = sentences[index - 1];
    if (before !== undefined && pageOfSentence[index - 1] !== page) {
      turns.set(page, findTurnFrame(before, sentence, samplesPerFrame));
    }
  });
  const anchors = [0, ...[...turns.keys()].filter((page) => page > 0)];
  const starts: number[] = [];
  anchors.forEach((anchor, at) => {
    const nextAnchor = anchors[at + 1] ?? pageCount;
    const from = turns.get(anchor) ?? 0;
    const to = turns.get(nextAnchor) ?? frameCount;
    const shares = nextAnchor - anchor;
    for (let share = 0; share < shares; share += 1) starts.push(from + Math.floor(((to - from) * share) / shares));
  });
  // Each page keeps at least one frame, and leaves one to each page after it.
  let earliest = 0;
  const placed = starts.map((start, page) => {
    const startFrame = Math.max(earliest, Math.min(start, frameCount - (pageCount - page)));
    earliest = startFrame + 1;
    return startFrame;
  });
  return placed.map((startFrame, page) => ({ startFrame, endFrame: placed[page + 1] ?? frameCount }));
}
