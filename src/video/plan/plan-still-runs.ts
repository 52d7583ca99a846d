import type { Timeline, TimelinePage } from '../../contract/schemas/timeline.ts';

/** A stretch of the video that shows one still: at least two frames, whole frames from the start of the video. */
export interface StillRun {
  readonly slideId: string;
  /** Index into the encoded stills of the slide. */
  readonly still: number;
  readonly startFrame: number;
  readonly frameCount: number;
}

/**
 * Returns which still shows when, without gaps, from frame 0 to the last. A still due for a single frame (1/30 s, unseen) gives that frame to the next still
 * of its page, or the one before: two whole pictures in a row may carry the same idr_pic_id, which H.264 7.4.3 forbids.
 * Throws RangeError for a timeline with gaps, a still that the slide does not have, or a page of one frame.
 */
export function planStillRuns(
  timeline: Pick<Timeline, 'pages' | 'totalFrames'>,
  stillCounts: (slideId: string) => readonly number[],
): readonly StillRun[] {
  const runs: StillRun[] = [];
  let endFrame = 0;
  for (const page of timeline.pages) {
    if (page.startFrame !== endFrame || page.frameCount < 2) {
      throw new RangeError(
        `Page ${page.pageNumber} of slide ${page.slideNumber} starts at frame ${page.startFrame} and lasts ${page.frameCount}; it must start at ${endFrame} and last 2 or more.`,
      );
    }
    endFrame += page.frameCount;
    runs.push(...planPage(page, stillCounts(page.slideId)));
  }
  if (endFrame !== timeline.totalFrames) {
    throw new RangeError(`The pages end at frame ${endFrame}, the timeline at ${timeline.totalFrames}.`);
  }
  return runs;
}

function planPage(page: TimelinePage, counts: readonly number[]): readonly StillRun[] {
  const firstStill = counts.slice(0, page.pageNumber - 1).reduce((sum, count) => sum + count, 0);
  const runs: StillRun[] = [];
  let startFrame = page.startFrame;
  for (const [index, shown] of page.stills.entries()) {
    assertStill(page, index, counts[page.pageNumber - 1] ?? 0);
    const endFrame = page.stills[index + 1]?.startFrame ?? page.startFrame + page.frameCount;
    const before = runs.at(-1);
    if (before !== undefined && before.still === firstStill + shown.still) {
      runs[runs.length - 1] = { ...before, frameCount: endFrame - before.startFrame };
    } else if (endFrame - startFrame >= 2) {
      runs.push({
        slideId: page.slideId,
        still: firstStill + shown.still,
        startFrame,
        frameCount: endFrame - startFrame,
      });
    } else continue;
    startFrame = endFrame;
  }
  const last = runs.at(-1);
  if (last !== undefined) {
    runs[runs.length - 1] = { ...last, frameCount: page.startFrame + page.frameCount - last.startFrame };
  }
  return runs;
}

function assertStill(page: TimelinePage, index: number, stillCount: number): void {
  const shown = page.stills[index];
  const earliestFrame = page.stills[index - 1]?.startFrame ?? page.startFrame;
  if (shown === undefined || shown.still >= stillCount) {
    throw new RangeError(
      `Slide ${page.slideNumber}, page ${page.pageNumber} shows still ${shown?.still}, but has ${stillCount}.`,
    );
  }
  const isFirstInPlace = index > 0 || shown.startFrame === page.startFrame;
  if (!isFirstInPlace || shown.startFrame < earliestFrame || shown.startFrame >= page.startFrame + page.frameCount) {
    throw new RangeError(
      `Slide ${page.slideNumber}, page ${page.pageNumber} shows still ${shown.still} at frame ${shown.startFrame}, out of order or outside the page.`,
    );
  }
}
