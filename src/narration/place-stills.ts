import type { LaidOutPage } from '../contract/schemas/laid-out-slide.ts';
import type { TimedSentence } from '../contract/schemas/timeline.ts';
import type { PageSpan } from './place-pages.ts';

// A point may light up this long before its first word, never after it.
const EARLY_SECONDS = 0.2;
// The title stands alone this long before the first point lights up, if the voice leaves the time.
const TITLE_ALONE_SECONDS = 0.4;
const PLAIN_AT_LEAST_SECONDS = 0.6;
// A shorter state is a flicker.
const SHORTEST_FRAMES = 2;

const AUDIO_RATE_HZ = 48_000;

/** Which still shows from which frame on. */
export interface StillStart {
  readonly still: number;
  readonly startFrame: number;
}

const indexOfState = (page: LaidOutPage, state: 'calm' | 'plain'): number =>
  page.stills.findIndex((still) => still.state === state);

/** Without stills too short to be seen, without the same still twice running; the first starts with the page. */
function dropFlicker(starts: readonly StillStart[], span: PageSpan): StillStart[] {
  const kept: StillStart[] = [];
  const isLongEnough = (from: number, to: number): boolean => to - from >= SHORTEST_FRAMES;
  for (const start of starts) {
    const last = kept.at(-1);
    if (last?.still === start.still) continue;
    if (last !== undefined && !isLongEnough(start.startFrame, span.endFrame)) continue;
    if (last !== undefined && !isLongEnough(last.startFrame, start.startFrame)) kept.pop();
    const before = kept.at(-1);
    if (before?.still === start.still) continue;
    kept.push(before === undefined ? { still: start.still, startFrame: span.startFrame } : start);
  }
  return kept;
}

/**
 * Returns which still of a page shows when, ascending, in frames of the slide: calm until the first point is spoken
 * of, each point lit from its first word (at most 0.2 s before) until the next one, plain after the last if 0.6 s are
 * left. A point may light up again when the narration comes back to it. A page whose points nobody mentions is plain.
 */
export function placeStills(
  page: LaidOutPage,
  span: PageSpan,
  /** Sentences of this page, and the one before them on the slide, if any; times are samples of the slide. */
  spoken: { readonly sentences: readonly TimedSentence[]; readonly before: TimedSentence | null },
  samplesPerFrame: number,
): StillStart[] {
  const toFrames = (seconds: number): number => Math.ceil((seconds * AUDIO_RATE_HZ) / samplesPerFrame);
  const plain = Math.max(0, indexOfState(page, 'plain'));
  const calm = indexOfState(page, 'calm');
  const lights: StillStart[] = [];
  let before = spoken.before;
  let lastEndFrame = span.startFrame;
  for (const sentence of spoken.sentences) {
    const still = page.stills.findIndex(
      ({ state, pointIndex }) => state === 'lit' && pointIndex !== null && pointIndex === sentence.supports,
    );
    if (still !== -1) {
      const firstWordSample = sentence.words[0]?.startSample ?? sentence.startSample;
      const wordFrame = Math.floor(firstWordSample / samplesPerFrame);
      const earliest = Math.max(
        Math.ceil((before?.endSample ?? 0) / samplesPerFrame),
        Math.ceil((firstWordSample - EARLY_SECONDS * AUDIO_RATE_HZ) / samplesPerFrame),
        span.startFrame + (lights.length === 0 ? toFrames(TITLE_ALONE_SECONDS) : 0),
      );
      // A word before the page has begun to show lights up with the page.
      lights.push({ still, startFrame: Math.max(span.startFrame, Math.min(wordFrame, earliest)) });
      lastEndFrame = Math.ceil(sentence.endSample / samplesPerFrame);
    }
    before = sentence;
  }
  const [firstLight] = lights;
  if (firstLight === undefined || page.stills.length === 1) return [{ still: plain, startFrame: span.startFrame }];
  const starts = [
    { still: calm === -1 ? firstLight.still : calm, startFrame: span.startFrame },
    ...lights,
    ...(span.endFrame - lastEndFrame >= toFrames(PLAIN_AT_LEAST_SECONDS)
      ? [{ still: plain, startFrame: lastEndFrame }]
      : []),
  ];
  return dropFlicker(starts, span);
}
