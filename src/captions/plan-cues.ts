// The folder's port: from the timeline's words to captions and their files. Pure: sample counts and text in, cues and
// text out. It knows no voice, no video and no drawing.

import type { Timeline } from '../contract/schemas/timeline.ts';
import type { Cue } from './cue.ts';
import { GRAPHEMES_PER_SECOND, groupWords, LONGEST_SAMPLES, SHORTEST_SAMPLES, type WordGroup } from './group-words.ts';
import { listCaptionWords } from './list-caption-words.ts';

// Two frames between captions make a change visible; twelve after the last word are comfortable to read
// (https://partnerhelp.netflixstudios.com/hc/en-us/articles/360051554394).
const GAP_FRAMES = 2;
const LINGER_FRAMES = 12;

interface Slot {
  readonly startSample: number;
  /** Where the next caption or the next page begins. */
  readonly nextSample: number;
  readonly isLastOfPage: boolean;
}

function endOf(group: WordGroup, slot: Slot, samplesPerFrame: number): number {
  const toFrameAfter = (sample: number): number => Math.ceil(sample / samplesPerFrame) * samplesPerFrame;
  const lastWordEnd = group.words.at(-1)?.endSample ?? slot.startSample;
  const readingSamples = (group.graphemes / GRAPHEMES_PER_SECOND) * 48_000;
  const wished = Math.max(
    lastWordEnd + LINGER_FRAMES * samplesPerFrame,
    slot.startSample + SHORTEST_SAMPLES,
    slot.startSample + readingSamples,
  );
  const longest = Math.max(toFrameAfter(lastWordEnd), slot.startSample + LONGEST_SAMPLES);
  const withGap = slot.nextSample - (slot.isLastOfPage ? 0 : GAP_FRAMES * samplesPerFrame);
  const end = Math.min(toFrameAfter(wished), longest, withGap);
  // Words shorter than the gap still get their caption.
  return end > slot.startSample ? end : Math.max(slot.nextSample, slot.startSample + samplesPerFrame);
}

/**
 * Returns the captions of the whole narration, in order, without overlap: every written word exactly once, at most two
 * lines of 42 graphemes, on whole frames. A caption starts with its first word (at most one frame early), stays at
 * least 5/6 s and long enough to read at 17 graphemes a second where the voice leaves the time, and never outlasts the
 * page it is spoken on.
 */
export function planCues(timeline: Timeline): Cue[] {
  const samplesPerFrame = timeline.sampleRateHz / timeline.fps;
  const toFrame = (sample: number): number => Math.floor(sample / samplesPerFrame) * samplesPerFrame;
  const cues: Cue[] = [];
  for (const page of timeline.pages) {
    const pageStart = page.startFrame * samplesPerFrame;
    const pageEnd = (page.startFrame + page.frameCount) * samplesPerFrame;
    const sentences = page.sentenceIndices.flatMap((index) => timeline.sentences[index] ?? []);
    const groups = groupWords(listCaptionWords(sentences), pageEnd);
    groups.forEach((group, index) => {
      const firstWordFrame = toFrame(group.words[0]?.startSample ?? pageStart);
      const startSample = Math.max(pageStart, firstWordFrame, cues.at(-1)?.endSample ?? 0);
      const next = groups[index + 1]?.words[0];
      const nextSample = next === undefined ? pageEnd : Math.min(pageEnd, toFrame(next.startSample));
      const endSample = endOf(group, { startSample, nextSample, isLastOfPage: next === undefined }, samplesPerFrame);
      cues.push({ startSample, endSample, lines: group.lines });
    });
  }
  return cues;
}
