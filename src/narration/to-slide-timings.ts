import type { Timeline } from '../contract/schemas/timeline.ts';

interface TimedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The content of `slide_timings.json`. Seconds have three decimals; frames are whole and exact. */
export interface SlideTimings {
  readonly total_duration: number;
  readonly fps: number;
  readonly sample_rate: number;
  readonly slide_count: number;
  /** One row a page, in the order shown; slides and pages are numbered from 1. */
  readonly slides: readonly {
    readonly slide_number: number;
    readonly page: number;
    readonly title: string;
    readonly start: number;
    readonly end: number;
    readonly duration: number;
    readonly start_frame: number;
    readonly frames: number;
    /** Which still of the page shows from which frame of the video. */
    readonly builds: readonly { readonly index: number; readonly frame: number }[];
    /** Indices of `sentences`, from 0. */
    readonly sentence_indices: readonly number[];
  }[];
  readonly sentences: readonly (TimedText & {
    readonly index: number;
    readonly slide_number: number;
    readonly words: readonly TimedText[];
  })[];
}

/** Returns the timeline as people's own tools read it, for `slide_timings.json`. */
export function toSlideTimings(timeline: Timeline): SlideTimings {
  const { fps, pages, sampleRateHz } = timeline;
  const toSeconds = (samples: number): number => Math.round((samples * 1000) / sampleRateHz) / 1000;
  const frameToSeconds = (frame: number): number => toSeconds((frame * sampleRateHz) / fps);
  const toTimedText = (part: { text: string; startSample: number; endSample: number }): TimedText => ({
    text: part.text,
    start: toSeconds(part.startSample),
    end: toSeconds(part.endSample),
  });
  const slideNumbers = new Map(
    pages.flatMap((page) => page.sentenceIndices.map((sentence) => [sentence, page.slideNumber] as const)),
  );
  return {
    total_duration: toSeconds(timeline.totalSamples),
    fps,
    sample_rate: sampleRateHz,
    slide_count: new Set(pages.map((page) => page.slideNumber)).size,
    slides: pages.map((page) => ({
      slide_number: page.slideNumber,
      page: page.pageNumber,
      title: page.title,
      start: frameToSeconds(page.startFrame),
      end: frameToSeconds(page.startFrame + page.frameCount),
      duration: frameToSeconds(page.frameCount),
      start_frame: page.startFrame,
      frames: page.frameCount,
      builds: page.stills.map(({ still, startFrame }) => ({ index: still, frame: startFrame })),
      sentence_indices: page.sentenceIndices,
    })),
    sentences: timeline.sentences.map((sentence, index) => ({
      index,
      slide_number: slideNumbers.get(index) ?? 1,
      ...toTimedText(sentence),
      words: sentence.words.map(toTimedText),
    })),
  };
}
