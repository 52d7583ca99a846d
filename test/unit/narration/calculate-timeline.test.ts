import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timelineSchema } from '../../../src/contract/schemas/timeline.ts';
import { calculateTimeline } from '../../../src/narration/calculate-timeline.ts';
import { toSlideTimings } from '../../../src/narration/to-slide-timings.ts';
import { layoutOf, pageOf, sentenceOf, voiceOf } from './spoken-slides.ts';

const COVER = {
  layout: layoutOf('cover', pageOf('Water', [], false)),
  spoken: voiceOf('cover', 2, sentenceOf('Welcome to water.', null, 0.3, 1.2)),
};
const POINTS = {
  layout: layoutOf('points', pageOf('The cycle', [0, 1])),
  spoken: voiceOf(
    'points',
    10,
    sentenceOf('Water goes round.', null, 0.3, 1.5),
    sentenceOf('It rises.', 0, 2.1, 3),
    sentenceOf('It falls.', 1, 4, 5),
    sentenceOf('Again and again.', null, 5.6, 7),
  ),
};
const stillsOf = (...slides: Parameters<typeof calculateTimeline>[0]['slides']): (readonly [number, number])[] =>
  calculateTimeline({ slides, fps: 30 }).pages.flatMap((page) =>
    page.stills.map(({ still, startFrame }) => [still, startFrame] as const),
  );

describe('calculateTimeline', () => {
  test('lays slides end to end, and counts words from the start of the narration', () => {
    const timeline = calculateTimeline({ slides: [COVER, POINTS], fps: 30 });
    expect(timeline.totalFrames).toBe(360);
    expect(timeline.totalSamples).toBe(576_000);
    expect(
      timeline.pages.map(({ slideNumber, startFrame, frameCount }) => [slideNumber, startFrame, frameCount]),
    ).toEqual([
      [1, 0, 60],
      [2, 60, 300],
    ]);
    expect(timeline.sentences[1]?.words[0]).toEqual({ text: 'Water', startSample: 110_400, endSample: 129_600 });
    expect(timeline.pages[1]?.sentenceIndices).toEqual([1, 2, 3, 4]);
  });

  test('shows points calm, lights each 0.2 s before its first word, and ends plain', () => {
    expect(stillsOf(POINTS)).toEqual([
      [0, 0],
      [1, 57],
      [2, 114],
      [3, 150],
    ]);
  });

  test('lets the title stand alone for 0.4 s, but never keeps a spoken point dark', () => {
    const at = (startS: number) => ({
      layout: layoutOf('a', pageOf('A', [0])),
      spoken: voiceOf('a', 3, sentenceOf('It rises.', 0, startS, 2.8)),
    });
    expect(stillsOf(at(0.5))).toEqual([
      [0, 0],
      [1, 12],
    ]);
    expect(stillsOf(at(0.3))).toEqual([
      [0, 0],
      [1, 9],
    ]);
    // One frame of calm would flicker.
    expect(stillsOf(at(0.04))).toEqual([[1, 0]]);
  });

  test('stays lit to the end of the page when too little time is left for the plain state', () => {
    const slide = (lengthS: number) => ({
      layout: layoutOf('a', pageOf('A', [0])),
      spoken: voiceOf('a', lengthS, sentenceOf('It rises.', 0, 1, 2)),
    });
    expect(stillsOf(slide(2.5)).at(-1)).toEqual([1, 24]);
    expect(stillsOf(slide(2.6)).at(-1)).toEqual([2, 60]);
  });

  test('lights a point again when the narration comes back to it', () => {
    const slide = {
      layout: layoutOf('a', pageOf('A', [0, 1])),
      spoken: voiceOf('a', 8, sentenceOf('One.', 0, 1, 2), sentenceOf('Two.', 1, 3, 4), sentenceOf('One.', 0, 5, 6)),
    };
    expect(stillsOf(slide).map(([still]) => still)).toEqual([0, 1, 2, 1, 3]);
  });

  test('keeps a point lit through sentences about it and asides before the next', () => {
    const slide = {
      layout: layoutOf('a', pageOf('A', [0, 1])),
      spoken: voiceOf(
        'a',
        8,
        sentenceOf('One.', 0, 1, 2),
        sentenceOf('More.', 0, 2.5, 3),
        sentenceOf('Aside.', null, 3.5, 4),
        sentenceOf('Two.', 1, 5, 6),
      ),
    };
    expect(stillsOf(slide)).toEqual([
      [0, 0],
      [1, 24],
      [2, 144],
      [3, 180],
    ]);
  });

  test('is plain when nobody speaks of its points', () => {
    const slide = { layout: layoutOf('a', pageOf('A', [0])), spoken: voiceOf('a', 3, sentenceOf('Well.', null, 1, 2)) };
    expect(stillsOf(slide)).toEqual([[2, 0]]);
  });

  test('turns the page 0.25 s after the last word, or with the first word when the voice leaves less', () => {
    const slide = (secondStartS: number) => ({
      layout: layoutOf('a', pageOf('A', [0]), pageOf('A, continued', [1])),
      spoken: voiceOf('a', 6, sentenceOf('One.', 0, 1, 2), sentenceOf('Two.', 1, secondStartS, 5)),
    });
    const turn = (secondStartS: number) =>
      calculateTimeline({ slides: [slide(secondStartS)], fps: 30 }).pages.map(({ startFrame, frameCount }) => [
        startFrame,
        frameCount,
      ]);
    expect(turn(3)).toEqual([
      [0, 68],
      [68, 112],
    ]);
    expect(turn(2.1)).toEqual([
      [0, 63],
      [63, 117],
    ]);
  });

  test('shares the time between pages when sentences are fewer than pages', () => {
    const slide = {
      layout: layoutOf('a', pageOf('A', [0]), pageOf('B', [1]), pageOf('C', [2])),
      spoken: voiceOf('a', 3, sentenceOf('One for all.', null, 0.3, 2)),
    };
    expect(calculateTimeline({ slides: [slide], fps: 30 }).pages.map((page) => page.startFrame)).toEqual([0, 30, 60]);
  });

  test('refuses a voice that is not whole frames long, since sound and picture would drift', () => {
    const slide = { ...COVER, spoken: { ...COVER.spoken, lengthSamples: 96_001 } };
    expect(() => calculateTimeline({ slides: [slide], fps: 30 })).toThrow(
      'The voice of slide cover is 96001 samples long',
    );
    expect(() => calculateTimeline({ slides: [COVER], fps: 29 })).toThrow('use 24, 25, 30, 50 or 60');
    expect(() => calculateTimeline({ slides: [{ ...COVER, layout: POINTS.layout }], fps: 30 })).toThrow(
      'The layout of slide points came with the voice of slide cover',
    );
  });

  test('covers every frame once with ascending stills of at least two frames, never lit after the first word', () => {
    const sentence = fc.record({
      supports: fc.option(fc.integer({ min: 0, max: 6 })),
      gapFrames: fc.integer({ min: 0, max: 30 }),
      lengthFrames: fc.integer({ min: 1, max: 90 }),
      offset: fc.integer({ min: 0, max: 1599 }),
    });
    const slide = fc.record({
      pageCount: fc.integer({ min: 1, max: 3 }),
      sentences: fc.array(sentence, { minLength: 1, maxLength: 8 }),
      tailFrames: fc.integer({ min: 6, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(slide, { minLength: 1, maxLength: 3 }), (drawn) => {
        const slides = drawn.map(({ pageCount, sentences, tailFrames }, index) => {
          let frame = 0;
          const timed = sentences.map(({ supports, gapFrames, lengthFrames, offset }) => {
            const startS = (frame + gapFrames + offset / 1600) / 30;
            frame += gapFrames + lengthFrames + 1;
            return sentenceOf('One two.', supports, startS, frame / 30);
          });
          const pages = Array.from({ length: pageCount }, (_, page) => pageOf('P', [page * 2, page * 2 + 1]));
          const slideId = `s${index}`;
          return { layout: layoutOf(slideId, ...pages), spoken: voiceOf(slideId, (frame + tailFrames) / 30, ...timed) };
        });
        const timeline = timelineSchema.parse(calculateTimeline({ slides, fps: 30 }));
        let nextFrame = 0;
        timeline.pages.forEach((page) => {
          expect(page.startFrame).toBe(nextFrame);
          nextFrame += page.frameCount;
          expect(page.stills[0]?.startFrame).toBe(page.startFrame);
          page.stills.forEach(({ startFrame }, at) => {
            const end = page.stills[at + 1]?.startFrame ?? nextFrame;
            expect(end - startFrame).toBeGreaterThanOrEqual(page.stills.length > 1 ? 2 : 1);
          });
          const layout = slides[page.slideNumber - 1]?.layout.pages[page.pageNumber - 1];
          for (const index of page.sentenceIndices) {
            const spoken = timeline.sentences[index];
            const lit = layout?.stills.findIndex(
              (still) => still.pointIndex !== null && still.pointIndex === spoken?.supports,
            );
            const isLong = (spoken?.endSample ?? 0) - (spoken?.startSample ?? 0) > 4 * 1600;
            const slide = slides[page.slideNumber - 1];
            const isShared = (slide?.spoken.sentences.length ?? 0) < (slide?.layout.pages.length ?? 0);
            if (lit === undefined || lit === -1 || !isLong || isShared) continue;
            // Its point is lit by the first word, unless pages outnumber sentences.
            const shown = page.stills.findLast(
              (still) => still.startFrame <= Math.floor((spoken?.startSample ?? 0) / 1600),
            );
            expect(shown?.still).toBe(lit);
          }
        });
        expect(nextFrame).toBe(timeline.totalFrames);
        expect(timeline.pages.flatMap((page) => page.sentenceIndices)).toEqual(
          timeline.sentences.map((_, index) => index),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('toSlideTimings', () => {
  test('writes seconds with three decimals beside whole frames', () => {
    const short = { ...COVER, spoken: voiceOf('cover', 2, sentenceOf('Welcome all.', null, 0.3333, 1.2)) };
    const timings = toSlideTimings(calculateTimeline({ slides: [short, POINTS], fps: 30 }));
    expect({ ...timings, slides: timings.slides.slice(0, 1), sentences: timings.sentences.slice(0, 1) }).toEqual({
      total_duration: 12,
      fps: 30,
      sample_rate: 48_000,
      slide_count: 2,
      slides: [
        {
          slide_number: 1,
          page: 1,
          title: 'Water',
          start: 0,
          end: 2,
          duration: 2,
          start_frame: 0,
          frames: 60,
          builds: [{ index: 0, frame: 0 }],
          sentence_indices: [0],
        },
      ],
      sentences: [
        {
          index: 0,
          slide_number: 1,
          text: 'Welcome all.',
          start: 0.333,
          end: 1.2,
          words: [
            { text: 'Welcome', start: 0.333, end: 0.767 },
            { text: 'all.', start: 0.767, end: 1.2 },
          ],
        },
      ],
    });
    expect(timings.sentences[4]).toMatchObject({ index: 4, slide_number: 2, start: 7.6 });
  });
});
