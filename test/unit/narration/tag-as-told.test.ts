import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlideNarration } from '../../../src/contract/schemas/narration.ts';
import { parseSegments } from '../../../src/narration/parse-segments.ts';
import { type SentenceTag, tagAsTold } from '../../../src/narration/tag-as-told.ts';

const narrationOf = (sentences: readonly string[]): SlideNarration => ({
  slideId: 's1',
  sentences: sentences.map((text) => ({
    text,
    spoken: text,
    words: text.split(' ').map((word) => ({ text: word, spokenWords: 1 })),
    supports: null,
  })),
});
const LECTURE = narrationOf(['Why do tides rise?', 'The Moon pulls.', 'Water follows.']);
const NO_CHANGE = { ratePercent: 0, pitchSemitones: 0 };
const tagOf = (sentence: number, fields: Partial<SentenceTag> = {}): SentenceTag => ({
  sentence,
  extraRatePercent: 0,
  extraPitchSemitones: 0,
  pauseMs: null,
  ...fields,
});

describe('tagAsTold', () => {
  test('writes the tags of the sentences that were named and leaves the others as they are', () => {
    const tags = [tagOf(0, { pauseMs: 800 }), tagOf(1, { extraRatePercent: -10, extraPitchSemitones: 1 })];
    expect(tagAsTold(LECTURE, tags, NO_CHANGE)).toEqual({
      slideId: 's1',
      lines: ['Why do tides rise? [pause=800ms]', '[rate=-10%][pitch=+1st] The Moon pulls.', 'Water follows.'],
    });
  });

  test('adds to the rate and pitch that the user asked for, and stays in the range that an engine has', () => {
    const tags = [tagOf(0, { extraRatePercent: -10, extraPitchSemitones: -3 }), tagOf(1, { extraPitchSemitones: 1 })];
    expect(tagAsTold(LECTURE, tags, { ratePercent: -45, pitchSemitones: -5 }).lines).toEqual([
      '[rate=-50%][pitch=-6st] Why do tides rise?',
      '[rate=-45%][pitch=-4st] The Moon pulls.',
      '[rate=-45%][pitch=-5st] Water follows.',
    ]);
  });

  test('writes no pause after the last sentence, since the slide ends there', () => {
    expect(tagAsTold(LECTURE, [tagOf(2, { pauseMs: 900, extraRatePercent: 5 })], NO_CHANGE).lines.at(-1)).toBe(
      '[rate=+5%] Water follows.',
    );
  });

  test('takes the later of two tags of one sentence, and leaves out a tag of a sentence that is not there', () => {
    const tags = [tagOf(1, { pauseMs: 300 }), tagOf(1, { pauseMs: 600 }), tagOf(3, { pauseMs: 900 }), tagOf(-1)];
    expect(tagAsTold(LECTURE, tags, NO_CHANGE).lines).toEqual([
      'Why do tides rise?',
      'The Moon pulls. [pause=600ms]',
      'Water follows.',
    ]);
  });

  test('never changes a word, whatever tags and texts come: the lines are read back as the same sentences', () => {
    const text = fc.constantFrom('It rises.', 'Why?', 'Add [sic] 5 %.', 'चंद्रमा पानी को खींचता है।', 'So [it] ends.');
    const tag = fc.record({
      sentence: fc.integer({ min: -2, max: 12 }),
      extraRatePercent: fc.double({ min: -90, max: 90, noNaN: true }),
      extraPitchSemitones: fc.integer({ min: -20, max: 20 }),
      pauseMs: fc.option(fc.integer({ min: 0, max: 2_000 })),
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 10 }), fc.array(tag), (texts, tags) => {
        const narration = narrationOf(texts);
        const tagged = tagAsTold(narration, tags, { ratePercent: 5, pitchSemitones: 0 });
        const { segments } = parseSegments(narration, tagged);
        expect(segments.flatMap(({ sentenceIndices }) => sentenceIndices)).toEqual(texts.map((_text, index) => index));
      }),
    );
  });
});
