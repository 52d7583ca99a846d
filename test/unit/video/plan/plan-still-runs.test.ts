import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimelinePage } from '../../../../src/contract/schemas/timeline.ts';
import { planStillRuns, type StillRun } from '../../../../src/video/plan/plan-still-runs.ts';

interface Shown {
  readonly still: number;
  readonly frameCount: number;
}

/** Slides of pages of stills with their lengths, zero and one frame included; each page lasts two frames or more. */
const page = fc
  .array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 })
  .map((lengths) => lengths.map((frameCount, still): Shown => ({ still, frameCount })))
  .filter((shown) => shown.reduce((sum, { frameCount }) => sum + frameCount, 0) >= 2)
  .filter((shown) => (shown.at(-1)?.frameCount ?? 0) > 0);
const deck = fc.array(fc.array(page, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

function layOut(slides: readonly (readonly (readonly Shown[])[])[]) {
  const pages: TimelinePage[] = [];
  let frame = 0;
  for (const [slideIndex, slide] of slides.entries()) {
    for (const [pageIndex, shown] of slide.entries()) {
      const startFrame = frame;
      const stills = shown.map(({ still, frameCount }) => {
        const place = { still, startFrame: frame };
        frame += frameCount;
        return place;
      });
      const numbers = { slideNumber: slideIndex + 1, pageNumber: pageIndex + 1 };
      const frameCount = frame - startFrame;
      pages.push({
        slideId: `s${slideIndex}`,
        ...numbers,
        title: '',
        startFrame,
        frameCount,
        stills,
        sentenceIndices: [],
      });
    }
  }
  const stillCounts = (slideId: string) => (slides[Number(slideId.slice(1))] ?? []).map((shown) => shown.length);
  return { timeline: { pages, totalFrames: frame }, stillCounts };
}

function shownAt(runs: readonly StillRun[], frame: number): string | undefined {
  const run = runs.find(({ startFrame, frameCount }) => frame >= startFrame && frame < startFrame + frameCount);
  return run && `${run.slideId}/${run.still}`;
}

describe('planStillRuns', () => {
  it('covers every frame once and never shows a still for one frame', () => {
    fc.assert(
      fc.property(deck, (slides) => {
        const { timeline, stillCounts } = layOut(slides);
        const runs = planStillRuns(timeline, stillCounts);
        let frame = 0;
        for (const run of runs) {
          expect(run.startFrame).toBe(frame);
          expect(run.frameCount).toBeGreaterThanOrEqual(2);
          frame += run.frameCount;
        }
        expect(frame).toBe(timeline.totalFrames);
      }),
    );
  });

  it('shows in every frame the still that is due, or at the seam of a one-frame still its neighbour', () => {
    fc.assert(
      fc.property(deck, (slides) => {
        const { timeline, stillCounts } = layOut(slides);
        const runs = planStillRuns(timeline, stillCounts);
        for (const page of timeline.pages) {
          const before = stillCounts(page.slideId).slice(0, page.pageNumber - 1);
          const first = before.reduce((sum, count) => sum + count, 0);
          for (const [index, { still, startFrame }] of page.stills.entries()) {
            const endFrame = page.stills[index + 1]?.startFrame ?? page.startFrame + page.frameCount;
            // The frame after the first of a still that lasts longer is always its own.
            for (let frame = startFrame + 1; frame < endFrame; frame += 1) {
              expect(shownAt(runs, frame)).toBe(`${page.slideId}/${first + still}`);
            }
          }
          // No frame of a page ever shows another page.
          const shown = shownAt(runs, page.startFrame) ?? '';
          const index = Number(shown.split('/')[1]) - first;
          expect(shown.startsWith(`${page.slideId}/`) && index >= 0 && index < page.stills.length).toBe(true);
        }
      }),
    );
  });

  it('gives the frame of a one-frame still to the next one, and at the end of a page to the one before', () => {
    const { timeline, stillCounts } = layOut([
      [
        [
          { still: 0, frameCount: 5 },
          { still: 1, frameCount: 1 },
          { still: 2, frameCount: 4 },
          { still: 3, frameCount: 1 },
        ],
      ],
    ]);
    expect(planStillRuns(timeline, stillCounts)).toEqual([
      { slideId: 's0', still: 0, startFrame: 0, frameCount: 5 },
      { slideId: 's0', still: 2, startFrame: 5, frameCount: 6 },
    ]);
  });

  it('counts stills of later pages on from those of earlier ones, as the slide encoded them', () => {
    const { timeline, stillCounts } = layOut([
      [[{ still: 0, frameCount: 3 }], [{ still: 0, frameCount: 4 }]],
      [[{ still: 0, frameCount: 2 }]],
    ]);
    expect(planStillRuns(timeline, stillCounts).map(({ slideId, still }) => [slideId, still])).toEqual([
      ['s0', 0],
      ['s0', 1],
      ['s1', 0],
    ]);
  });

  it('refuses a timeline that contradicts itself, since every frame after the fault would be wrong', () => {
    const { timeline, stillCounts } = layOut([[[{ still: 0, frameCount: 3 }], [{ still: 0, frameCount: 4 }]]]);
    const [first, second] = timeline.pages;
    if (first === undefined || second === undefined) throw new RangeError('two pages expected');
    const plan =
      (pages: readonly TimelinePage[], totalFrames = 7) =>
      () =>
        planStillRuns({ pages: [...pages], totalFrames }, stillCounts);
    expect(plan([first, { ...second, startFrame: 4 }])).toThrow('must start at 3');
    expect(plan([first, second], 8)).toThrow('end at frame 7, the timeline at 8');
    expect(plan([{ ...first, stills: [{ still: 1, startFrame: 0 }] }, second])).toThrow('shows still 1, but has 1');
    expect(plan([{ ...first, stills: [{ still: 0, startFrame: 1 }] }, second])).toThrow('out of order or outside');
    expect(plan([{ ...first, frameCount: 1 }], 1)).toThrow('last 2 or more');
  });
});
