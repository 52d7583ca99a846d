import { InputError } from '../contract/errors.ts';
import type { LaidOutSlide } from '../contract/schemas/laid-out-slide.ts';
import type { SpokenSlide, TimedSentence, Timeline, TimelinePage } from '../contract/schemas/timeline.ts';
import { assignSentencesToPages } from './assign-sentences-to-pages.ts';
import { placePages } from './place-pages.ts';
import { placeStills } from './place-stills.ts';

const AUDIO_RATE_HZ = 48_000;

interface SpokenLayout {
  readonly layout: LaidOutSlide;
  readonly spoken: SpokenSlide;
}

function assertFits({ layout, spoken }: SpokenLayout, samplesPerFrame: number): void {
  if (layout.slideId !== spoken.slideId) {
    throw new InputError(
      'INPUT_INVALID',
      `The layout of slide ${layout.slideId} came with the voice of slide ${spoken.slideId}; give both of the same slide.`,
    );
  }
  const frameCount = spoken.lengthSamples / samplesPerFrame;
  if (!Number.isInteger(frameCount) || frameCount < layout.pages.length) {
    throw new InputError(
      'INPUT_INVALID',
      `The voice of slide ${spoken.slideId} is ${spoken.lengthSamples} samples long; it must be a whole number of frames (${samplesPerFrame} samples each), at least one for each of its ${layout.pages.length} pages.`,
    );
  }
}

/** Pages of one slide; frames and sentence indices are already those of the whole narration. */
function placeSlide(
  { layout, spoken }: SpokenLayout,
  at: { readonly slideNumber: number; readonly startFrame: number; readonly firstSentence: number },
  samplesPerFrame: number,
): TimelinePage[] {
  const { sentences } = spoken;
  const pageOfSentence = assignSentencesToPages(
    sentences.map((sentence) => sentence.supports),
    layout.pages,
  );
  const frameCount = spoken.lengthSamples / samplesPerFrame;
  const spans = placePages(sentences, pageOfSentence, { pageCount: layout.pages.length, frameCount, samplesPerFrame });
  return layout.pages.map((page, index) => {
    const span = spans[index] ?? { startFrame: 0, endFrame: frameCount };
    const own = sentences.flatMap((_sentence, sentence) => (pageOfSentence[sentence] === index ? [sentence] : []));
    const ownSentences = sentences.filter((_sentence, sentence) => pageOfSentence[sentence] === index);
    const before = sentences[(own[0] ?? 0) - 1] ?? null;
    const stills = placeStills(page, span, { sentences: ownSentences, before }, samplesPerFrame);
    return {
      slideId: layout.slideId,
      slideNumber: at.slideNumber,
      pageNumber: index + 1,
      title: page.title,
      startFrame: at.startFrame + span.startFrame,
      frameCount: span.endFrame - span.startFrame,
      stills: stills.map(({ still, startFrame }) => ({ still, startFrame: at.startFrame + startFrame })),
      sentenceIndices: own.map((sentence) => at.firstSentence + sentence),
    };
  });
}

function shiftSentence(sentence: TimedSentence, bySamples: number): TimedSentence {
  return {
    ...sentence,
    startSample: sentence.startSample + bySamples,
    endSample: sentence.endSample + bySamples,
    words: sentence.words.map((word) => ({
      ...word,
      startSample: word.startSample + bySamples,
      endSample: word.endSample + bySamples,
    })),
  };
}

/**
 * Returns when every page and every build shows and every word is said, in whole frames and samples from the start of
 * the narration. Slides follow each other without a gap in the order given; each page has at least one frame, its
 * stills ascend and start with it. Throws INPUT_INVALID when a slide is not a whole number of frames long, when layout
 * and voice are of different slides, or when `fps` does not divide 48,000.
 */
export function calculateTimeline(input: { readonly slides: readonly SpokenLayout[]; readonly fps: number }): Timeline {
  const samplesPerFrame = AUDIO_RATE_HZ / input.fps;
  if (!Number.isInteger(samplesPerFrame) || input.slides.length === 0) {
    throw new InputError(
      'INPUT_INVALID',
      `A timeline needs slides and a whole number of samples a frame, but got ${input.slides.length} slides at ${input.fps} frames a second; use 24, 25, 30, 50 or 60.`,
    );
  }
  const pages: TimelinePage[] = [];
  const sentences: Timeline['sentences'] = [];
  let startFrame = 0;
  input.slides.forEach((slide, index) => {
    assertFits(slide, samplesPerFrame);
    const at = { slideNumber: index + 1, startFrame, firstSentence: sentences.length };
    pages.push(...placeSlide(slide, at, samplesPerFrame));
    for (const sentence of slide.spoken.sentences) {
      sentences.push({
        ...shiftSentence(sentence, startFrame * samplesPerFrame),
        slideId: slide.spoken.slideId,
      });
    }
    startFrame += slide.spoken.lengthSamples / samplesPerFrame;
  });
  return {
    fps: input.fps,
    sampleRateHz: AUDIO_RATE_HZ,
    totalFrames: startFrame,
    totalSamples: startFrame * samplesPerFrame,
    pages,
    sentences,
  };
}
